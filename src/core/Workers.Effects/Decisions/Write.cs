namespace Workers.Effects.Decisions;

/// <summary>
/// One action on one item, as data: the engine can lay it over what was read, merge it with others that commute, and
/// write it in a transaction with the marker. A decision has at most one per item.
/// </summary>
/// <param name="Key">The item.</param>
public abstract record Write(ItemKey Key)
{
    /// <summary>Puts a new item, on condition that none is there.</summary>
    public static Insert Insert(ItemKey key, Item item) => new(key, item);

    /// <summary>Changes an item's attributes; without a condition it creates the item where there is none.</summary>
    public static Update Update(ItemKey key) => new(key);

    /// <summary>Writes nothing, and lets the commit fail unless the conditions hold.</summary>
    public static Check Check(ItemKey key, params IReadOnlyList<Condition> conditions) => new(key, conditions);
}
