using Workers.Contracts;
using Workers.Operations.Orders;

namespace Workers.Operations.Books;

/// <summary>
/// Holds the tables of the live fleet against each other. It changes nothing. What looks wrong is read again before it counts, for workers
/// write meanwhile.
/// </summary>
internal sealed class BooksAudit(FleetAccess fleet, BookTables tables, BooksCheck check, Repairs repairs, TimeSpan patience)
{
    private readonly BooksTally _tally = new();

    /// <summary>Checks every order, every reservation and every queue; and every history, where one is given.</summary>
    public async Task<BooksAnswer> RunAsync(Verification? histories, Action<double> onProgress, CancellationToken cancellationToken)
    {
        await foreach (var entries in tables.OrdersAsync(cancellationToken))
        {
            await AddAsync(entries, cancellationToken);
            _tally.Orders += entries.Count;
            onProgress(_tally.Orders);
        }

        await foreach (var entries in tables.OrphansAsync(cancellationToken))
        {
            await AddAsync(entries, cancellationToken);
        }

        if (histories is not null)
        {
            AddHistories(await histories.AllAsync(_ => { }, cancellationToken));
        }

        await AddHeldAsync(cancellationToken);
        await AddGivenUpAsync(cancellationToken);
        return _tally.Answer();
    }

    private async Task AddAsync(IReadOnlyList<BookEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries.Where(entry => check.Check(entry, fleet.Time.GetUtcNow()).Any()))
        {
            var again = await tables.ReadAsync(entry.OrderId, cancellationToken);
            _tally.Add(check.Check(again, fleet.Time.GetUtcNow()));
        }
    }

    private void AddHistories(VerifyAnswer answer) => _tally.Add(
        answer.Findings.Select(finding => new BookFinding(
            BookFindingKind.History, finding.OrderId, finding.What, repairs.Verify(finding.OrderId))),
        answer.Kinds.Values.Sum());

    /// <summary>A message is the outbox of what its handler committed: until it is deleted, events may not be on the bus.</summary>
    private async Task AddHeldAsync(CancellationToken cancellationToken)
    {
        var instances = await fleet.Instances.InstancesAsync(fleet.Time.GetUtcNow(), cancellationToken);
        _tally.Add(instances.SelectMany(instance => instance.Queues, (instance, queue) => (instance.Instance, Queue: queue))
            .Where(held => held.Queue.OldestSeconds > patience.TotalSeconds)
            .Select(held => new BookFinding(
                BookFindingKind.Unpublished,
                held.Queue.Queue,
                $"{held.Instance} holds a message that came {TimeSpan.FromSeconds(held.Queue.OldestSeconds):d\\.hh\\:mm\\:ss} ago",
                repairs.Fleet())));
    }

    private async Task AddGivenUpAsync(CancellationToken cancellationToken)
    {
        foreach (var dlq in Topology.Queues.Where(queue => queue.Redrive is null).Select(queue => queue.Name))
        {
            var counts = await fleet.CountAsync(await fleet.QueueUrlAsync(dlq, cancellationToken), cancellationToken);
            var depth = counts.Waiting + counts.InFlight;
            if (depth > 0)
            {
                _tally.Add([GivenUp(dlq, depth)]);
            }
        }
    }

    private BookFinding GivenUp(string dlq, int letters) => dlq == Topology.UndeliveredDlq
        ? new(BookFindingKind.Undelivered, dlq, $"about {letters} events reached no queue", repairs.Redrive(dlq))
        : new(BookFindingKind.Unpublished, dlq, $"about {letters} messages were given up; what they committed may not be on the bus", repairs.Rehearse(dlq));
}
