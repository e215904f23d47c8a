using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Events;
using Workers.Events.Reading;
using Workers.Operations.Reading;
using Workers.OrderHistory;

namespace Workers.Cli.Views;

/// <summary>
/// Builds a view afresh from the orders' histories, beside the one that is read, while events go on arriving. It emits nothing: it has
/// nothing to emit by.
/// </summary>
internal sealed class ViewRebuild(
    RebuiltView view, IAmazonDynamoDB dynamoDb, ResourceNaming naming, EventRegistry registry, TimeProvider time)
{
    private readonly TableReader _tables = new(dynamoDb, naming, time);
    private readonly ViewRows _rows = new(dynamoDb, naming, time);

    private GuardedWrites Writes => new(dynamoDb, _rows, time);

    private string Table => naming.NameOf(view.Name);

    /// <summary>Builds, compares, and lets readers read the new generation. However else it ends, they go on with the old one.</summary>
    /// <param name="isDryRun">Whether it ends before the new generation is read.</param>
    /// <param name="onProgress">How many entries were read so far.</param>
    /// <param name="cancellationToken">Ends the rebuild.</param>
    /// <exception cref="CommandFailedException">It may not begin now, or an entry cannot be read, or somebody abandoned it.</exception>
    public async Task<RebuildAnswer> RunAsync(bool isDryRun, Action<double> onProgress, CancellationToken cancellationToken)
    {
        var mark = await _rows.ReserveAsync(view.Name, cancellationToken);
        var isFlipped = false;
        try
        {
            await EmptyAsync(mark, cancellationToken);
            mark = await _rows.BeginBuildingAsync(mark, cancellationToken);
            var entries = await BuildAsync(mark, onProgress, cancellationToken);
            var difference = await new ViewComparison(dynamoDb, naming, _tables, view, time).CompareAsync(mark.From, mark.To, cancellationToken);
            if (!isDryRun)
            {
                await _rows.FlipAsync(mark, cancellationToken);
                isFlipped = true;
            }

            return new(view.Name, mark.From, mark.To, isFlipped, entries, difference);
        }
        finally
        {
            if (!isFlipped)
            {
                await _rows.GiveUpAsync(mark, CancellationToken.None);
            }
        }
    }

    private async Task EmptyAsync(ViewMark mark, CancellationToken cancellationToken)
    {
        var old = _tables.ScanAsync(view.Name, ViewComparison.OnlyKeysOf(view, mark.To), cancellationToken);
        await foreach (var keys in old.Chunk(GuardedWrites.MostWrites).WithCancellation(cancellationToken))
        {
            await Writes.TryAsync(
                mark, keys.Select(key => new TransactWriteItem { Delete = new() { TableName = Table, Key = key } }), cancellationToken);
        }
    }

    /// <summary>What the live projection has written already stays: its conditions say so.</summary>
    private async Task<long> BuildAsync(ViewMark mark, Action<double> onProgress, CancellationToken cancellationToken)
    {
        var (read, written) = (0L, 0L);
        await foreach (var row in _tables.ScanAsync(Topology.OrderEventsTable, cancellationToken: cancellationToken))
        {
            onProgress(++read);
            if (row[OrderEventColumns.Kind].S != nameof(EntryKind.Decided))
            {
                continue;
            }

            var writes = view.Writes(Read(row), mark.To).ToList();
            if (writes.Count > 0)
            {
                writes.ForEach(write => write.TableName = Table);
                await Writes.TryAsync(mark, writes.Select(write => new TransactWriteItem { Update = write }), cancellationToken);
                written++;
            }
        }

        return written;
    }

    private IEventDetail Read(Dictionary<string, AttributeValue> row)
    {
        try
        {
            return RecordedEntry.Read(row, registry).Entry.Detail;
        }
        catch (Exception exception) when (exception is PoisonEventException or UnknownEventException)
        {
            throw new CommandFailedException(
                $"Entry {row[OrderEventColumns.Version].N} of order {row[OrderEventColumns.OrderId].S} cannot be read ({exception.Message}): "
                + "orders verify tells what else is wrong.");
        }
    }
}
