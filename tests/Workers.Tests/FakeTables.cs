using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Workers.Effects.Decisions;
using Condition = Workers.Effects.Decisions.Condition;
using Update = Workers.Effects.Decisions.Update;

namespace Workers.Tests;

/// <summary>Tables in memory that commit a decision as DynamoDB would: every condition holds, or nothing is written.</summary>
public sealed class FakeTables
{
    private readonly Dictionary<ItemKey, Item> _items = [];

    public IReadOnlyCollection<ItemKey> Keys => _items.Keys;

    public Item? Find(ItemKey key) => _items.GetValueOrDefault(key);

    public Items Read(IEnumerable<ItemKey> keys) => new(keys.Distinct().ToDictionary(key => key, Find));

    public bool TryCommit(Decision decision)
    {
        Assert.Distinct(decision.Writes.Select(write => write.Key));
        if (!decision.Writes.All(Holds))
        {
            return false;
        }

        foreach (var write in decision.Writes)
        {
            Apply(write);
        }

        return true;
    }

    private bool Holds(Write write) => write switch
    {
        Insert => Find(write.Key) is null,
        Update update => update.Conditions.All(condition => Holds(condition, Find(write.Key))),
        Check check => check.Conditions.All(condition => Holds(condition, Find(write.Key))),
        _ => throw new InvalidOperationException($"{write} is new here."),
    };

    private static bool Holds(Condition condition, Item? item) => condition switch
    {
        Condition.NoItem => item is null,
        Condition.AnyItem => item is not null,
        Condition.Interval interval => item?.Number(interval.Name) is { } value
            && !(value < interval.Low) && !(value > interval.High),
        Condition.Same same => Text(item?.Attributes.GetValueOrDefault(same.Name)) == Text(same.Value),
        _ => throw new InvalidOperationException($"{condition} is new here."),
    };

    private void Apply(Write write)
    {
        if (write is Insert insert)
        {
            _items[write.Key] = insert.Item;
        }

        if (write is Update update)
        {
            var item = Find(write.Key) ?? Item.Empty;
            item = update.Sets.Aggregate(item, (changed, set) => changed.With(set.Key, set.Value));
            _items[write.Key] = update.Adds.Aggregate(
                item, (changed, add) => changed.With(add.Key, (changed.Number(add.Key) ?? 0) + add.Value));
        }
    }

    private static string? Text(AttributeValue? value) =>
        value?.S ?? (value?.N is { } number ? decimal.Parse(number, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) : null);
}
