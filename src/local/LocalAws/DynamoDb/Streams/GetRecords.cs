using LocalAws.DynamoDb.Storage;
using LocalAws.DynamoDb.Values;
using LocalAws.Http;

namespace LocalAws.DynamoDb.Streams;

internal sealed record GetRecordsRequest(string? ShardIterator, int? Limit);

/// <param name="Records">The records, oldest first.</param>
/// <param name="NextShardIterator">Where to go on; null at the end of a closed shard.</param>
internal sealed record GetRecordsResponse(IReadOnlyList<RecordView> Records, string? NextShardIterator);

/// <summary>A record as clients see it.</summary>
internal sealed record RecordView(
    string eventID,
    string eventName,
    string eventVersion,
    string eventSource,
    string awsRegion,
    ChangeView dynamodb,
    IdentityView? userIdentity);

/// <summary>The change itself, with as much of the item as the stream's view has.</summary>
internal sealed record ChangeView(
    long ApproximateCreationDateTime,
    AttributeMap Keys,
    AttributeMap? NewImage,
    AttributeMap? OldImage,
    string SequenceNumber,
    long SizeBytes,
    string StreamViewType);

/// <summary>Who made the change, where it was no request but time to live.</summary>
internal sealed record IdentityView(string PrincipalId, string Type)
{
    public static readonly IdentityView TimeToLive = new("dynamodb.amazonaws.com", "Service");
}

/// <summary>GetRecords: the changes from an iterator on, up to 1,000 of them and 1 MB.</summary>
internal sealed class GetRecords(Regions regions, TimeProvider time)
{
    private const int MaxRecords = 1_000;
    private const long MaxBytes = 1024 * 1024;

    public GetRecordsResponse Get(GetRecordsRequest request, AwsRequest context)
    {
        new Constraints()
            .Required("shardIterator", request.ShardIterator)
            .AtLeast("limit", request.Limit, 1)
            .AtMost("limit", request.Limit, MaxRecords)
            .ThrowIfViolated();
        var iterator = ShardIterator.Parse(request.ShardIterator!, time.GetUtcNow());
        var stream = regions.Of(context).Stream(iterator.StreamArn);
        stream.Table.Sweep();
        if (iterator.Position < stream.First)
        {
            throw DynamoDbErrors.TrimmedDataAccess();
        }

        var isOpen = stream.IsOpen;
        var records = Page(stream, iterator.Position, request.Limit ?? MaxRecords, context.Region);
        var next = iterator.Position + records.Count;
        return new GetRecordsResponse(
            records,
            isOpen || next < stream.Next ? new ShardIterator(stream.Arn, next, time.GetUtcNow()).Format() : null);
    }

    private static List<RecordView> Page(TableStream stream, long position, int limit, string region)
    {
        var page = new List<RecordView>();
        var bytes = 0L;
        foreach (var record in stream.Read(position, limit))
        {
            var view = View(stream, record, region);
            bytes += view.dynamodb.SizeBytes;
            if (page.Count > 0 && bytes > MaxBytes)
            {
                break;
            }

            page.Add(view);
        }

        return page;
    }

    private static RecordView View(TableStream stream, StreamRecord record, string region)
    {
        var newImage = StreamView.HasNewImage(stream.View) ? record.After : null;
        var oldImage = StreamView.HasOldImage(stream.View) ? record.Before : null;
        var change = new ChangeView(
            record.Time.ToUnixTimeSeconds(),
            record.Keys,
            newImage,
            oldImage,
            SequenceNumber.Format(record.Number),
            record.Keys.Size + (newImage?.Size ?? 0L) + (oldImage?.Size ?? 0L),
            stream.View);
        return new RecordView(
            $"{stream.Table.Id:N}"[..16] + record.Number.ToString("x16", System.Globalization.CultureInfo.InvariantCulture),
            record.EventName,
            "1.1",
            "aws:dynamodb",
            region,
            change,
            record.IsExpiry ? IdentityView.TimeToLive : null);
    }
}
