using LocalAws.DynamoDb.Storage;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Streams;

internal sealed record GetShardIteratorRequest(string? StreamArn, string? ShardId, string? ShardIteratorType, string? SequenceNumber);

internal sealed record GetShardIteratorResponse(string ShardIterator);

/// <summary>GetShardIterator: where to begin to read a shard.</summary>
internal sealed class GetShardIterator(Regions regions, TimeProvider time)
{
    private const string Oldest = "TRIM_HORIZON";
    private const string Latest = "LATEST";
    private const string At = "AT_SEQUENCE_NUMBER";
    private const string After = "AFTER_SEQUENCE_NUMBER";

    private static readonly string[] Types = [After, Latest, At, Oldest];

    public GetShardIteratorResponse Get(GetShardIteratorRequest request, AwsRequest context)
    {
        new Constraints()
            .Required("streamArn", request.StreamArn)
            .Required("shardId", request.ShardId)
            .Required("shardIteratorType", request.ShardIteratorType)
            .OneOf("shardIteratorType", request.ShardIteratorType, Types)
            .ThrowIfViolated();
        RefuseNeedlessNumber(request);
        var stream = regions.Of(context).Stream(request.StreamArn!);
        if (request.ShardId != TableStream.ShardId)
        {
            throw DynamoDbErrors.ShardNotFound(request.ShardId!, stream.Arn);
        }

        stream.Table.Sweep();
        var position = request.ShardIteratorType switch
        {
            Oldest => stream.First,
            Latest => stream.Next,
            At => NumberOf(request, stream),
            _ => Math.Min(NumberOf(request, stream) + 1, stream.Next),
        };
        return new GetShardIteratorResponse(new ShardIterator(stream.Arn, position, time.GetUtcNow()).Format());
    }

    private static void RefuseNeedlessNumber(GetShardIteratorRequest request)
    {
        if (request is { ShardIteratorType: Oldest or Latest, SequenceNumber: not null })
        {
            throw DynamoDbErrors.Validation(
                $"SequenceNumber should not be specified when the ShardIteratorType is {request.ShardIteratorType}");
        }
    }

    /// <summary>The number that the request names: a record's, or the one that a shard without records begins with.</summary>
    private static long NumberOf(GetShardIteratorRequest request, TableStream stream)
    {
        if (request.SequenceNumber is null
            || SequenceNumber.Parse(request.SequenceNumber) is not { } number
            || number > Math.Max(stream.First, stream.Next - 1))
        {
            throw DynamoDbErrors.Validation($"Invalid SequenceNumber: {request.SequenceNumber ?? "null"}");
        }

        return number >= stream.First ? number : throw DynamoDbErrors.TrimmedDataAccess();
    }
}
