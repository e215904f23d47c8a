using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Streams;

internal sealed record ListStreamsRequest(string? TableName, int? Limit, string? ExclusiveStartStreamArn);

internal sealed record ListStreamsResponse(IReadOnlyList<StreamSummary> Streams, string? LastEvaluatedStreamArn);

/// <summary>A stream in a list.</summary>
internal sealed record StreamSummary(string StreamArn, string TableName, string StreamLabel);

/// <summary>ListStreams: the streams of a region, or of one of its tables, in the order of their names.</summary>
internal sealed class ListStreams(Regions regions)
{
    private const int MaxListed = 100;

    public ListStreamsResponse List(ListStreamsRequest request, AwsRequest context)
    {
        new Constraints().AtLeast("limit", request.Limit, 1).AtMost("limit", request.Limit, MaxListed).ThrowIfViolated();
        if (request.ExclusiveStartStreamArn is { } start)
        {
            StreamArn.Check(start);
        }

        var limit = request.Limit ?? MaxListed;
        var streams = regions.Of(context).Streams
            .Where(stream => request.TableName is null || stream.Table.Name == request.TableName || stream.Table.Arn == request.TableName)
            .Where(stream => string.CompareOrdinal(stream.Arn, request.ExclusiveStartStreamArn) > 0)
            .OrderBy(stream => stream.Arn, StringComparer.Ordinal)
            .Select(stream => new StreamSummary(stream.Arn, stream.Table.Name, stream.Label))
            .ToList();
        return streams.Count > limit
            ? new ListStreamsResponse(streams[..limit], streams[limit - 1].StreamArn)
            : new ListStreamsResponse(streams, null);
    }
}
