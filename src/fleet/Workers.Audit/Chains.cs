using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Microsoft.Extensions.Options;
using Workers.AuditTrail;
using Workers.Contracts;
using Workers.Effects.Decisions;
using Workers.Engine.Handling;
using Columns = Workers.Contracts.Tables.AuditChainColumns;
using Condition = Workers.Effects.Decisions.Condition;

namespace Workers.Audit;

/// <summary>The chains that this instance adds to: one for each day on which an event is first received.</summary>
internal sealed class Chains(IOptions<AuditOptions> options)
{
    private readonly int _shard = InstanceShard.Of(options.Value.Instance, options.Value.Shards);

    /// <summary>The chain of a message, the same for each of its deliveries to this instance.</summary>
    public string ChainOf(Delivery delivery) => ChainName.Of(DayOf(delivery), _shard);

    /// <summary>Where a chain's head stands.</summary>
    public static ItemKey HeadKey(string chain) => KeyOf(chain, ChainHead.Place);

    /// <summary>The end of a message's chain, as it was read. The first message of a chain says when all of it expires.</summary>
    public ChainHead HeadFor(Delivery delivery, Items items)
    {
        var chain = ChainOf(delivery);
        return items.Find(HeadKey(chain)) is { } head
            ? ChainHead.Read(head.Attributes)
            : ChainHead.Begin(chain, ExpiryOf(DayOf(delivery)));
    }

    /// <summary>The link, and the head moved on to it if it still is what was read.</summary>
    public static IEnumerable<Write> Extend(ChainHead head, ChainLink link)
    {
        var isBegun = head.Count > 0;
        yield return Write.Insert(KeyOf(link.Chain, link.Number), Item.Empty
            .With(Columns.Entity, link.Entity)
            .With(Columns.At, link.At)
            .With(Columns.RowHash, link.RowHash)
            .With(Columns.Hash, link.Hash)
            .With(Columns.ExpiresAt, link.ExpiresAt));
        yield return Write.Update(HeadKey(head.Chain))
            .Set(Columns.Count, link.Number)
            .Set(Columns.Hash, link.Hash)
            .Set(Columns.ExpiresAt, isBegun ? null : link.ExpiresAt)
            .When(
                Condition.Is(Columns.Count, isBegun ? new AttributeValue { N = head.Count.ToString(CultureInfo.InvariantCulture) } : null),
                Condition.Is(Columns.Hash, isBegun ? head.Hash : null));
    }

    private long? ExpiryOf(DateOnly day) => options.Value.KeepFor is { } keepFor
        ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).Add(keepFor).ToUnixTimeSeconds()
        : null;

    private static DateOnly DayOf(Delivery delivery) => DateOnly.FromDateTime(delivery.FirstReceivedAt.UtcDateTime);

    private static ItemKey KeyOf(string chain, long number) => new(
        Topology.AuditChainTable, Columns.Chain, chain, Columns.Number, number.ToString(CultureInfo.InvariantCulture), SortIsNumber: true);
}
