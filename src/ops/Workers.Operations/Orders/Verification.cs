
namespace Workers.Operations.Orders;

/// <summary>
/// Checks that every order is what its history makes it. The worker commits meanwhile: what looks wrong is read again, row first, before it
/// counts.
/// </summary>
internal sealed class Verification(OrderTables tables, OrderCheck check, TimeProvider time)
{
    private const int Batch = 50;
    private const int MostTries = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly VerifyTally _tally = new();

    /// <summary>Checks one order.</summary>
    /// <exception cref="OperationFailedException">Nobody knows such an order.</exception>
    public async Task<VerifyAnswer> OneAsync(string orderId, CancellationToken cancellationToken)
    {
        var (rows, findings) = await LookAsync(orderId, cancellationToken);
        if (rows.AreNone)
        {
            throw UnknownOrder(orderId);
        }

        _tally.Add(rows, findings);
        return _tally.Answer();
    }

    /// <summary>Checks every history against its row, and then that every row has a history.</summary>
    public async Task<VerifyAnswer> AllAsync(Action<double> onProgress, CancellationToken cancellationToken)
    {
        await foreach (var histories in tables.HistoriesAsync(cancellationToken).Chunk(Batch).WithCancellation(cancellationToken))
        {
            var snapshots = await tables.SnapshotsAsync(histories.Select(history => history.OrderId), cancellationToken);
            foreach (var history in histories)
            {
                await VerifyAsync(history with { Snapshot = snapshots.GetValueOrDefault(history.OrderId) }, cancellationToken);
            }

            onProgress(_tally.Entries);
        }

        await foreach (var orderIds in tables.IdsAsync(cancellationToken).Chunk(Batch).WithCancellation(cancellationToken))
        {
            foreach (var orderId in await tables.WithoutBeginningAsync(orderIds, cancellationToken))
            {
                await VerifyHistoryAsync(orderId, cancellationToken);
            }
        }

        return _tally.Answer();
    }

    public static OperationFailedException UnknownOrder(string orderId) => new($"There is no order {orderId} here: look at the id, and at --prefix.");

    private async Task VerifyAsync(OrderRows rows, CancellationToken cancellationToken)
    {
        if (check.Check(rows) is { Count: > 0 })
        {
            (rows, var findings) = await LookAsync(rows.OrderId, cancellationToken);
            _tally.Add(rows, findings);
            return;
        }

        _tally.Add(rows, []);
    }

    /// <summary>A history that has entries and no beginning was found by the walk through the histories.</summary>
    private async Task VerifyHistoryAsync(string orderId, CancellationToken cancellationToken)
    {
        var (rows, findings) = await LookAsync(orderId, cancellationToken);
        if (rows.History.Count == 0)
        {
            _tally.Add(rows, findings);
        }
    }

    private async Task<(OrderRows Rows, IReadOnlyList<Finding> Findings)> LookAsync(string orderId, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var rows = await tables.ReadAsync(orderId, cancellationToken);
            var findings = check.Check(rows);
            if (findings.Count == 0 || attempt == MostTries)
            {
                return (rows, findings);
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
