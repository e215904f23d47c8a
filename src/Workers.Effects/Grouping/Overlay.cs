using Workers.Effects.Decisions;

namespace Workers.Effects.Grouping;

/// <summary>What a write makes of an item, for the decisions that follow it in its group.</summary>
internal static class Overlay
{
    public static Item? After(Item? before, Write write) => write switch
    {
        Insert insert => Keyed(insert.Item, insert.Key),
        Update update => After(before ?? Keyed(Item.Empty, update.Key), update),
        _ => before,
    };

    private static Item After(Item before, Update update)
    {
        var set = update.Sets.Aggregate(before, (item, change) => item.With(change.Key, change.Value));
        return update.Adds.Aggregate(set, (item, change) => item.With(change.Key, (item.Number(change.Key) ?? 0) + change.Value));
    }

    private static Item Keyed(Item item, ItemKey key) =>
        key.ToAttributes().Aggregate(item, (keyed, attribute) => keyed.With(attribute.Key, attribute.Value));
}
