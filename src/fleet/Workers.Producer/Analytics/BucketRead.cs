using Amazon.DynamoDBv2.Model;
using Workers.Contracts.Tables;
using Columns = Workers.Contracts.Tables.AnalyticsColumns;

namespace Workers.Producer.Analytics;

/// <summary>One query: a bucket, or the minutes of one that lie in a range.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Minutes">The range within the bucket's hour; null for all of a bucket that has no minutes.</param>
internal sealed record BucketRead(string Bucket, TimeRange? Minutes = null)
{
    public static BucketRead OfMinutes(TimeRange part) => new(AnalyticsBucket.OfHour(part.From), part);

    public QueryRequest ToQuery(string table)
    {
        var query = new QueryRequest
        {
            TableName = table,
            KeyConditionExpression = "#bucket = :bucket",
            ExpressionAttributeNames = new() { ["#bucket"] = Columns.Bucket },
            ExpressionAttributeValues = new() { [":bucket"] = new() { S = Bucket } },
        };
        if (Minutes is not { } range)
        {
            return query;
        }

        query.KeyConditionExpression += " AND #metric BETWEEN :from AND :to";
        query.ExpressionAttributeNames["#metric"] = Columns.Metric;
        query.ExpressionAttributeValues[":from"] = new() { S = AnalyticsBucket.MinutePrefix(range.From) };
        query.ExpressionAttributeValues[":to"] = new() { S = AnalyticsBucket.AfterMinute(range.To.AddMinutes(-1)) };
        return query;
    }

    public string MetricOf(string sortKey) =>
        AnalyticsBucket.MetricOf(Minutes is null ? sortKey : AnalyticsBucket.WithoutMinute(sortKey));
}
