using Amazon.DynamoDBv2.Model;
using Workers.AuditTrail;
using Workers.Console.DeadLetters;
using Workers.Console.Declared;
using Workers.Console.Watching;
using Workers.Contracts;
using Workers.Operations;
using Workers.Operations.Executions;
using Workers.Operations.Orders;
using Workers.Operations.Reading;
using Columns = Workers.Contracts.Tables.AuditColumns;
using HistoryColumns = Workers.Contracts.Tables.OrderEventColumns;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Console.Orders;

/// <summary>Reads a story by keys alone: however many orders there are, it costs the same.</summary>
internal sealed class StoryReader(
    FleetAccess fleet, DeclaredFleet declared, LetterSurveys letters, MarkerReader markers, ExecutionReader executions, TimeProvider time)
{
    private const int MostEvents = 1_000;

    /// <summary>The story of an order.</summary>
    public async Task<Story> OfOrderAsync(string orderId, Observation? now, CancellationToken cancellationToken)
    {
        var facts = OrderFactsReader.ReadAsync(fleet, orderId, cancellationToken);
        var execution = OrderExecution.ReadAsync(executions, orderId, cancellationToken);
        var (recorded, isWhole) = await EventsAsync(AuditEntity.Of(AuditEntity.Order, orderId), cancellationToken);
        var (rows, shown) = await facts;
        var events = recorded
            .Concat(rows.History.Select(StoryEvent.OfHistory))
            .DistinctBy(told => (told.EventId, told.Name))   // the history tells once more what the trail has, or what it has not yet
            .ToList();
        var hops = await HopsAsync(events, orderId, rows, now, cancellationToken);
        return new(AuditEntity.Of(AuditEntity.Order, orderId), time.GetUtcNow(), hops, shown, isWhole) { Execution = await execution };
    }

    /// <summary>The story of anything else that the audit trail has events about.</summary>
    public async Task<Story> OfEntityAsync(string entity, Observation? now, CancellationToken cancellationToken)
    {
        var (events, isWhole) = await EventsAsync(entity, cancellationToken);
        return new(entity, time.GetUtcNow(), await HopsAsync(events, orderId: null, new("", []), now, cancellationToken), [], isWhole);
    }

    private async Task<(IReadOnlyList<StoryEvent> Events, bool IsWhole)> EventsAsync(string entity, CancellationToken cancellationToken)
    {
        var page = await fleet.Aws.DynamoDb.QueryAsync(
            new QueryRequest(fleet.Naming.NameOf(Topology.AuditTable))
            {
                KeyConditionExpression = "#entity = :entity",
                ExpressionAttributeNames = new() { ["#entity"] = Columns.Entity },
                ExpressionAttributeValues = new() { [":entity"] = new() { S = entity } },
                Limit = MostEvents,
            },
            cancellationToken);
        var rows = page.Items ?? [];
        var references = rows.Where(RowCheck.IsReference).Select(HolderOf).Chunk(100);
        var held = await Task.WhenAll(references.Select(some => fleet.Tables.FindAllAsync(Topology.AuditTable, some, cancellationToken)));
        var whole = rows.Where(row => !RowCheck.IsReference(row)).Concat(held.SelectMany(some => some));
        return (
            [.. whole.Select(StoryEvent.OfAudit).OrderBy(told => told.OccurredAt)],
            page.LastEvaluatedKey is not { Count: > 0 });
    }

    private static Row HolderOf(Row reference) =>
        new() { [Columns.Entity] = reference[Columns.HeldBy], [Columns.At] = reference[Columns.At] };

    private async Task<IReadOnlyList<Hop>> HopsAsync(
        IReadOnlyList<StoryEvent> events, string? orderId, OrderRows rows, Observation? now, CancellationToken cancellationToken)
    {
        var ways = events.ToDictionary(told => told, told => Way.Of(told, declared));
        var keys = ways.SelectMany(way => way.Value.SelectMany(to =>
            MarkerKeys.Of(to.Handler.Name, way.Key.EventId, orderId, way.Key.TaskToken)));
        var found = await markers.ReadAsync(keys, cancellationToken);
        var judge = new BranchJudge(events, found, orderId, BuildsOf(rows), now, letters.Known, time.GetUtcNow());
        return [.. StoryTree.Order(events).Select(told => new Hop(
            told.Event, told.Depth, [.. ways[told.Event].Select(way => judge.Judge(told.Event, way))]))];
    }

    private static Dictionary<string, string> BuildsOf(OrderRows rows) => rows.History
        .Select(row => (Id: row.GetValueOrDefault(HistoryColumns.EventId)?.S, By: row.GetValueOrDefault(HistoryColumns.RecordedBy)?.S))
        .Where(entry => entry is { Id: not null, By: not null })
        .DistinctBy(entry => entry.Id)
        .ToDictionary(entry => entry.Id!, entry => entry.By!);
}
