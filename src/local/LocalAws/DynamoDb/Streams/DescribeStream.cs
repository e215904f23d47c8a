using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Tables;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Streams;

internal sealed record DescribeStreamRequest(string? StreamArn, int? Limit, string? ExclusiveStartShardId, ShardFilter? ShardFilter);

/// <summary>Asks for the shards that a shard was split into; the only one here never is.</summary>
internal sealed record ShardFilter(string? Type, string? ShardId);

internal sealed record DescribeStreamResponse(StreamDescription StreamDescription);

/// <summary>A stream as clients see it. Times are seconds since 1970.</summary>
internal sealed record StreamDescription(
    string StreamArn,
    string StreamLabel,
    string StreamStatus,
    string StreamViewType,
    double CreationRequestDateTime,
    string TableName,
    IReadOnlyList<KeySchemaElement> KeySchema,
    IReadOnlyList<ShardDescription> Shards);

/// <summary>A shard and the numbers that its records have.</summary>
internal sealed record ShardDescription(string ShardId, SequenceNumberRange SequenceNumberRange);

/// <summary>The first number of a shard and, once the shard is closed, the last one.</summary>
internal sealed record SequenceNumberRange(string StartingSequenceNumber, string? EndingSequenceNumber);

/// <summary>DescribeStream: a stream and its shard.</summary>
internal sealed class DescribeStream(Regions regions)
{
    private const int MaxShards = 100;
    private const int MinShardId = 28;
    private const int MaxShardId = 65;

    private static readonly string[] FilterTypes = ["CHILD_SHARDS"];

    public DescribeStreamResponse Describe(DescribeStreamRequest request, AwsRequest context)
    {
        var filter = request.ShardFilter;
        new Constraints()
            .Required("streamArn", request.StreamArn)
            .AtLeast("limit", request.Limit, 1)
            .AtMost("limit", request.Limit, MaxShards)
            .OneOf("shardFilter.type", filter?.Type, FilterTypes)
            .Length("shardFilter.shardId", filter?.ShardId?.Length, MinShardId, MaxShardId, filter?.ShardId ?? "")
            .ThrowIfViolated();
        if (filter is { Type: null } or { ShardId: null })
        {
            throw DynamoDbErrors.InvalidValue("ShardFilter needs a Type and a ShardId");
        }

        var stream = regions.Of(context).Stream(request.StreamArn!);
        var isAfter = string.CompareOrdinal(request.ExclusiveStartShardId, TableStream.ShardId) >= 0;
        return new DescribeStreamResponse(new StreamDescription(
            stream.Arn,
            stream.Label,
            stream.IsOpen ? "ENABLED" : "DISABLED",
            stream.View,
            stream.Opened.ToUnixTimeMilliseconds() / 1000.0,
            stream.Table.Name,
            KeySchemaElement.Of(stream.Table.Schema),
            filter is not null || isAfter ? [] : [Shard(stream)]));
    }

    private static ShardDescription Shard(TableStream stream)
    {
        var last = Math.Max(stream.First, stream.Next - 1);
        return new ShardDescription(TableStream.ShardId, new SequenceNumberRange(
            SequenceNumber.Format(stream.First), stream.IsOpen ? null : SequenceNumber.Format(last)));
    }
}
