using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Workers.Audit;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Contracts.Tables;
using Workers.Effects.Decisions;

namespace Workers.Tests.Audit;

/// <summary>The audit worker as its host runs it, and what it recorded.</summary>
internal sealed class AuditBooks : IDisposable
{
    private readonly HandlerTest _test;

    public AuditBooks(TimeSpan? keepFor = null) => _test = new(builder =>
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Workers:Audit:Instance"] = "audit-0",
            ["Workers:Audit:KeepFor"] = keepFor?.ToString("c", CultureInfo.InvariantCulture),
        });
        builder.AddAuditQueue();
    });

    public HandlerTest Worker => _test;

    /// <summary>The rows that hold events, in the order of their keys.</summary>
    public IReadOnlyList<Item> Rows => [.. Table(Topology.AuditTable).Where(row => !RowCheck.IsReference(row.Attributes))];

    /// <summary>The references, in the order of their keys.</summary>
    public IReadOnlyList<Item> References => [.. Table(Topology.AuditTable).Where(row => RowCheck.IsReference(row.Attributes))];

    public IReadOnlyList<ChainLink> Links =>
    [
        .. ChainRows.Where(row => row.Number(AuditChainColumns.Number) > 0)
            .Select(row => ChainLink.Read(row.Attributes))
            .OrderBy(link => link.Number),
    ];

    public IReadOnlyList<ChainHead> Heads =>
        [.. ChainRows.Where(row => row.Number(AuditChainColumns.Number) == 0).Select(row => ChainHead.Read(row.Attributes))];

    private IEnumerable<Item> ChainRows => Table(Topology.AuditChainTable);

    /// <summary>An event is on the bus.</summary>
    public AuditBooks Hears(
        string detail,
        string source = "ecommerce.orders",
        string type = "Order Placed",
        string id = "envelope-1",
        string time = "2026-01-15T10:05:30Z")
    {
        _test.ReceivesBody(EnvelopeOf(detail, source, type, id, time));
        _test.RunUntilQuiet();
        return this;
    }

    public static string EnvelopeOf(
        string detail,
        string source = "ecommerce.orders",
        string type = "Order Placed",
        string id = "envelope-1",
        string time = "2026-01-15T10:05:30Z") =>
        $$"""
        {"version":"0","id":"{{id}}","detail-type":{{JsonValue.Create(type).ToJsonString()}},"source":{{JsonValue.Create(source).ToJsonString()}},
         "account":"0","time":"{{time}}","region":"r","resources":[],"detail":{{detail}}}
        """;

    /// <summary>All that is wrong with the trail.</summary>
    public IReadOnlyList<AuditFinding> Verify() =>
        WholeTrail.Check(Table(Topology.AuditTable).Select(row => row.Attributes), ChainRows.Select(row => row.Attributes));

    public void Dispose() => _test.Dispose();

    private IEnumerable<Item> Table(string table) => _test.Store.Items
        .Where(item => item.Key.Table == table)
        .OrderBy(item => item.Key.PartitionValue, StringComparer.Ordinal)
        .ThenBy(item => item.Key.SortValue, StringComparer.Ordinal)
        .Select(item => item.Value);
}
