using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;

namespace Workers.Effects.Beats;

/// <summary>
/// The table of a fleet at work: a row for each instance that runs, and a row for each queue of which something was ever asked. Calls
/// throw what the client throws.
/// </summary>
/// <param name="client">The client.</param>
/// <param name="table">The table's name, prefix included.</param>
public sealed class FleetTable(IAmazonDynamoDB client, string table)
{
    private const string Part = "part";
    private const string Name = "name";
    private const string ExpiresAt = "expiresAt";
    private const string Instances = "instance";
    private const string Queues = "queue";
    private const string Figures = "figures";

    /// <summary>Every instance whose row is still good, strongly consistent, in the order of their names.</summary>
    /// <param name="now">The time; rows that expired before it are left out, for DynamoDB deletes them late.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<IReadOnlyList<InstanceRow>> InstancesAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        await RowsAsync(Instances, cancellationToken).Select(ToInstance).Where(row => row.ExpiresAt > now).ToListAsync(cancellationToken);

    /// <summary>What is asked of queues, by their unprefixed names; nothing of those that are not among them.</summary>
    public async Task<IReadOnlyDictionary<string, Steering>> SteeringsAsync(CancellationToken cancellationToken) =>
        await RowsAsync(Queues, cancellationToken).ToDictionaryAsync(row => row[Name].S, row => Steering.Of(new(row)), null, cancellationToken);

    /// <summary>Asks all instances of a queue to begin no receive, or to go on.</summary>
    /// <param name="queue">The queue's unprefixed name.</param>
    /// <param name="isPaused">Whether no receive is to be begun.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="reason">Why; null where there is nothing to say.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What is asked of the queue from now on.</returns>
    public Task<Steering> PauseAsync(
        string queue, bool isPaused, string by, string? reason, DateTimeOffset at, CancellationToken cancellationToken) =>
        SteerAsync(queue, Steering.IsPausedColumn, new() { BOOL = isPaused }, by, reason, at, cancellationToken);

    /// <summary>The same for how many messages each of them may handle at once; null asks for nothing any more.</summary>
    public Task<Steering> LimitAsync(
        string queue, int? maxInFlight, string by, string? reason, DateTimeOffset at, CancellationToken cancellationToken) =>
        SteerAsync(
            queue, Steering.MaxInFlightColumn, maxInFlight is { } most ? Value.Of(most) : new() { NULL = true }, by, reason, at, cancellationToken);

    internal async Task<Steering> SteeringOfAsync(string queue, CancellationToken cancellationToken) =>
        Steering.Of(new(
            (await client.GetItemAsync(new GetItemRequest(table, Key(Queues, queue)) { ConsistentRead = true }, cancellationToken)).Item ?? []));

    internal Task WriteAsync(InstanceRow row, CancellationToken cancellationToken) => client.UpdateItemAsync(
        Update(Key(Instances, row.Instance), new()
        {
            ["worker"] = Value.Of(row.Worker),
            ["build"] = Value.Of(row.Build),
            ["host"] = Value.Of(row.Host),
            ["startedAt"] = Value.Of(row.StartedAt),
            ["beatAt"] = Value.Of(row.BeatAt),
            [Figures] = Value.Of(JsonSerializer.Serialize(row.Queues, FiguresJson.Default.IReadOnlyListQueueFigures)),
            [ExpiresAt] = Value.Of(row.ExpiresAt.ToUnixTimeSeconds()),
        }),
        cancellationToken);

    internal Task DeleteAsync(string instance, CancellationToken cancellationToken) =>
        client.DeleteItemAsync(table, Key(Instances, instance), cancellationToken);

    private async Task<Steering> SteerAsync(
        string queue,
        string column,
        AttributeValue value,
        string by,
        string? reason,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var request = Update(Key(Queues, queue), new()
        {
            [column] = value,
            [Steering.ByColumn] = Value.Of(by),
            [Steering.ReasonColumn] = reason is null ? new() { NULL = true } : Value.Of(reason),
            [Steering.AtColumn] = Value.Of(at),
        });
        request.ReturnValues = ReturnValue.ALL_NEW;
        return Steering.Of(new((await client.UpdateItemAsync(request, cancellationToken)).Attributes));
    }

    // Every name through a placeholder: many are reserved words.
    private UpdateItemRequest Update(Dictionary<string, AttributeValue> key, Dictionary<string, AttributeValue> sets) => new()
    {
        TableName = table,
        Key = key,
        UpdateExpression = $"SET {string.Join(", ", sets.Keys.Select(name => $"#{name} = :{name}"))}",
        ExpressionAttributeNames = sets.Keys.ToDictionary(name => $"#{name}"),
        ExpressionAttributeValues = sets.ToDictionary(set => $":{set.Key}", set => set.Value),
    };

    private async IAsyncEnumerable<Dictionary<string, AttributeValue>> RowsAsync(
        string part, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new QueryRequest(table)
        {
            ConsistentRead = true,
            KeyConditionExpression = "#part = :part",
            ExpressionAttributeNames = new() { ["#part"] = Part },
            ExpressionAttributeValues = new() { [":part"] = Value.Of(part) },
        };
        do
        {
            var page = await client.QueryAsync(request, cancellationToken);
            foreach (var row in page.Items ?? [])
            {
                yield return row;
            }

            request.ExclusiveStartKey = page.LastEvaluatedKey;
        }
        while (request.ExclusiveStartKey is { Count: > 0 });
    }

    private static InstanceRow ToInstance(Dictionary<string, AttributeValue> row) => new(
        row[Name].S,
        row["worker"].S,
        row["build"].S,
        row["host"].S,
        Time(row["startedAt"]),
        Time(row["beatAt"]),
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(row[ExpiresAt].N, CultureInfo.InvariantCulture)),
        JsonSerializer.Deserialize(row[Figures].S, FiguresJson.Default.IReadOnlyListQueueFigures) ?? []);

    private static DateTimeOffset Time(AttributeValue value) => DateTimeOffset.Parse(value.S, CultureInfo.InvariantCulture);

    private static Dictionary<string, AttributeValue> Key(string part, string name) => new() { [Part] = Value.Of(part), [Name] = Value.Of(name) };
}
