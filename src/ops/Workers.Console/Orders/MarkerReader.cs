using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Effects;
using Workers.Operations;
using Workers.Operations.Reading;
using Row = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Workers.Console.Orders;

/// <summary>Reads the markers of handlers: whether an effect has happened, when, and what was emitted.</summary>
/// <param name="fleet">The fleet.</param>
/// <param name="life">How long markers live: what their expiry tells is when they were written.</param>
internal sealed class MarkerReader(FleetAccess fleet, IOptions<MarkerLifeOptions> life)
{
    /// <summary>The markers that are there, by their keys.</summary>
    public async Task<IReadOnlyDictionary<string, Marker>> ReadAsync(IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var rows = await Task.WhenAll(keys.Distinct().Chunk(TableReader.BatchSize).Select(some => fleet.Tables.FindAllAsync(
            Topology.IdempotencyTable,
            [.. some.Select(key => new Row { [IdempotencyColumns.Marker] = new AttributeValue { S = key } })],
            cancellationToken)));
        return rows.SelectMany(page => page).Select(Read).ToDictionary(marker => marker.Key);
    }

    private Marker Read(Row row) => new(
        row[IdempotencyColumns.Marker].S,
        WrittenAt(row.GetValueOrDefault(IdempotencyColumns.ExpiresAt)?.N),
        [.. OfEvents(row, IdempotencyColumns.EventId)],
        [.. OfEvents(row, IdempotencyColumns.Detail)],
        row.GetValueOrDefault(IdempotencyColumns.State)?.S is { } state && state != "Completed");

    private DateTimeOffset? WrittenAt(string? expiresAt) =>
        long.TryParse(expiresAt, NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            ? DateTimeOffset.FromUnixTimeSeconds(expires) - life.Value.MarkerLife
            : null;

    private static IEnumerable<string> OfEvents(Row row, string member) => (row.GetValueOrDefault(IdempotencyColumns.Events)?.L ?? [])
        .Select(stored => stored.M?.GetValueOrDefault(member)?.S)
        .OfType<string>();
}

/// <summary>What a marker says.</summary>
/// <param name="Key">Its key.</param>
/// <param name="At">When it was written, to the second; null where nothing says so.</param>
/// <param name="Emitted">The ids of the events that it holds.</param>
/// <param name="Details">Their details.</param>
/// <param name="IsOpen">Whether it is a claim that is not completed: somebody is at it, or was.</param>
internal sealed record Marker(string Key, DateTimeOffset? At, IReadOnlyList<string> Emitted, IReadOnlyList<string> Details, bool IsOpen);

/// <summary>How long markers live. Bound from <c>Workers:Effects</c>, the fleet's own setting.</summary>
internal sealed class MarkerLifeOptions
{
    /// <summary>What <c>Workers:Effects:MarkerLife</c> says.</summary>
    /// <value>35 days, as the effects library has it.</value>
    public TimeSpan MarkerLife { get; set; } = new EffectsOptions().MarkerLife;
}
