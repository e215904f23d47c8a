using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Cli.Running;
using Workers.Events;
using Workers.Operations.Reading;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Cli.Views;

/// <summary>
/// Compares a view's generations row by row. Events arrive meanwhile: rows that differ are read again, both as of one moment, before they
/// count as different.
/// </summary>
internal sealed class ViewComparison(IAmazonDynamoDB dynamoDb, ResourceNaming naming, TableReader tables, RebuiltView view, TimeProvider time)
{
    private const int PairsPerRead = TableReader.BatchSize / 2;
    private const int MostTries = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Has a scan bring the keys of one generation's rows.</summary>
    public static Action<ScanRequest> OnlyKeysOf(RebuiltView view, string generation) => scan =>
    {
        scan.ProjectionExpression = "#partition, #sort";
        scan.FilterExpression = "begins_with(#partition, :generation)";
        scan.ExpressionAttributeNames = new() { ["#partition"] = view.Partition, ["#sort"] = view.Sort };
        scan.ExpressionAttributeValues = new() { [":generation"] = new() { S = $"{generation}/" } };
    };

    public async Task<ViewDifference> CompareAsync(string from, string to, CancellationToken cancellationToken)
    {
        var tally = new DifferenceTally();
        await foreach (var keys in KeysAsync(from, cancellationToken).Chunk(PairsPerRead).WithCancellation(cancellationToken))
        {
            tally.Add(await DifferencesAsync([.. keys.Select(key => (key, Sibling(key, to)))], cancellationToken));
        }

        await foreach (var keys in KeysAsync(to, cancellationToken).Chunk(PairsPerRead).WithCancellation(cancellationToken))
        {
            tally.AddRows(keys.Length);
            var differences = await DifferencesAsync([.. keys.Select(key => (Sibling(key, from), key))], cancellationToken);
            tally.Add(differences.Where(difference => difference.Kind == DifferenceKind.Added));   // the others are known by now
        }

        return tally.Answer();
    }

    private IAsyncEnumerable<Row> KeysAsync(string generation, CancellationToken cancellationToken) =>
        tables.ScanAsync(view.Name, OnlyKeysOf(view, generation), cancellationToken);

    private Row Sibling(Row key, string generation) => view.Key($"{generation}/{Name(key)}", key[view.Sort].S);

    private string Name(Row key) => key[view.Partition].S[(key[view.Partition].S.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private async Task<IReadOnlyList<RowDifference>> DifferencesAsync(List<(Row Old, Row New)> keys, CancellationToken cancellationToken)
    {
        var rows = (await tables.FindAllAsync(view.Name, [.. keys.SelectMany(pair => (Row[])[pair.Old, pair.New])], cancellationToken))
            .ToDictionary(row => (row[view.Partition].S, row[view.Sort].S));
        var suspects = keys.Where(pair => Compare(pair.New, Find(pair.Old), Find(pair.New)) is not null).ToList();
        return suspects.Count == 0 ? [] : await ReadAgainAsync(suspects, cancellationToken);

        Row? Find(Row key) => rows.GetValueOrDefault((key[view.Partition].S, key[view.Sort].S));
    }

    /// <summary>An event is written to both generations in one transaction, so both rows have it or neither.</summary>
    private async Task<IReadOnlyList<RowDifference>> ReadAgainAsync(List<(Row Old, Row New)> keys, CancellationToken cancellationToken)
    {
        var request = new TransactGetItemsRequest
        {
            TransactItems =
            [
                .. keys.SelectMany(pair => (Row[])[pair.Old, pair.New])
                    .Select(key => new TransactGetItem { Get = new() { TableName = naming.NameOf(view.Name), Key = key } }),
            ],
        };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var rows = (await dynamoDb.TransactGetItemsAsync(request, cancellationToken)).Responses;
                return
                [
                    .. keys.Select((pair, index) => Compare(pair.New, Existing(rows[2 * index]), Existing(rows[(2 * index) + 1])))
                        .OfType<RowDifference>(),
                ];
            }
            catch (TransactionCanceledException exception) when (attempt == MostTries)
            {
                throw new CommandFailedException(
                    $"Others were in the way of the comparison {attempt} times ({exception.Message}): try again when it is less busy.");
            }
            catch (TransactionCanceledException)
            {
                await Task.Delay(Pause * attempt, time, cancellationToken);
            }
        }

        static Row? Existing(ItemResponse response) => response.Item is { Count: > 0 } row ? row : null;
    }

    private RowDifference? Compare(Row key, Row? before, Row? after) => (before, after) switch
    {
        (null, null) => null,
        (null, not null) => new(DifferenceKind.Added, Name(key), key[view.Sort].S, []),
        (not null, null) => new(DifferenceKind.Missing, Name(key), key[view.Sort].S, []),
        _ => Members(before, after) is { Count: > 0 } members ? new(DifferenceKind.Changed, Name(key), key[view.Sort].S, members) : null,
    };

    private List<MemberDifference> Members(Row before, Row after) =>
    [
        .. before.Keys.Union(after.Keys)
            .Where(name => name != view.Partition)
            .Order(StringComparer.Ordinal)
            .Select(name => new MemberDifference(name, Text(before.GetValueOrDefault(name)), Text(after.GetValueOrDefault(name))))
            .Where(member => member.Old != member.New),
    ];

    private static string? Text(AttributeValue? value) =>
        value?.N is { } number ? decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("G29", CultureInfo.InvariantCulture) : value?.S;
}
