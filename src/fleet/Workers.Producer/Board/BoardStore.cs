using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.OrderHistory.Views;
using Workers.Producer.Analytics;
using Workers.Producer.Stores;
using Columns = Workers.Contracts.Tables.OrderBoardColumns;

namespace Workers.Producer.Board;

/// <summary>Reads the <c>order-board</c> table, a view that the orders worker keeps.</summary>
internal sealed class BoardStore(IAmazonDynamoDB dynamoDb, IOptions<ResourceNaming> naming, ViewStore views)
{
    private const int QueriesAtOnce = 8;

    /// <summary>The totals of each whole day of a range, and of each hour of the rest, in the order of time.</summary>
    public async Task<IReadOnlyList<BoardPart>> ReadAsync(TimeRange range, CancellationToken cancellationToken)
    {
        var generation = await views.ActiveGenerationAsync(ViewNames.OrderBoard, cancellationToken);
        (TimeRange Part, QueryRequest Query)[] reads =
        [
            .. range.Days().Select(day => (new TimeRange(day, day.AddDays(1)), OfBucket(OrderBoardBucket.OfDay(generation, day)))),
            .. range.Hours().Select(part => (part, OfMinutes(OrderBoardBucket.OfHour(generation, part.From), part))),
        ];
        var parts = new List<BoardPart>();
        foreach (var some in reads.Chunk(QueriesAtOnce))
        {
            parts.AddRange(await Task.WhenAll(some.Select(read => SumAsync(read.Part, read.Query, cancellationToken))));
        }

        return [.. parts.OrderBy(part => part.Range.From)];
    }

    private async Task<BoardPart> SumAsync(TimeRange part, QueryRequest query, CancellationToken cancellationToken)
    {
        var isOfMinutes = query.ExpressionAttributeValues.Count > 1;
        var values = new Dictionary<string, decimal>();
        do
        {
            var page = await dynamoDb.QueryAsync(query, cancellationToken);
            foreach (var row in (page.Items ?? []).Select(item => new Row(item)))
            {
                var sortKey = row.Text(Columns.Metric)!;
                var metric = isOfMinutes ? AnalyticsBucket.WithoutMinute(sortKey) : sortKey;
                values[metric] = values.GetValueOrDefault(metric) + (row.Number(Columns.Value) ?? 0);
            }

            query.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (query.ExclusiveStartKey is { Count: > 0 });

        return new(part, values);
    }

    private QueryRequest OfBucket(string bucket) => new()
    {
        TableName = naming.Value.NameOf(Topology.OrderBoardTable),
        KeyConditionExpression = "#bucket = :bucket",
        ExpressionAttributeNames = new() { ["#bucket"] = Columns.Bucket },
        ExpressionAttributeValues = new() { [":bucket"] = new() { S = bucket } },
    };

    private QueryRequest OfMinutes(string bucket, TimeRange part)
    {
        var query = OfBucket(bucket);
        query.KeyConditionExpression += " AND #metric BETWEEN :from AND :to";
        query.ExpressionAttributeNames["#metric"] = Columns.Metric;
        query.ExpressionAttributeValues[":from"] = new() { S = AnalyticsBucket.MinutePrefix(part.From) };
        query.ExpressionAttributeValues[":to"] = new() { S = AnalyticsBucket.AfterMinute(part.To.AddMinutes(-1)) };
        return query;
    }
}

/// <summary>What happened in a part of a range.</summary>
/// <param name="Range">The part.</param>
/// <param name="Values">By <see cref="OrderBoardMetric"/>.</param>
internal sealed record BoardPart(TimeRange Range, IReadOnlyDictionary<string, decimal> Values);
