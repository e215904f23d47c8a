namespace Workers.Effects.Decisions;

/// <summary>
/// The items that a decision named, as they stand. Asking for one that was not named is a fault of the handler and throws.
/// </summary>
/// <param name="read">Every item that was asked for; null where there is none.</param>
public sealed class Items(IReadOnlyDictionary<ItemKey, Item?> read)
{
    /// <summary>Whether the item exists.</summary>
    public bool Contains(ItemKey key) => Find(key) is not null;

    /// <summary>The item; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">The decision did not name it in <c>Reads</c>.</exception>
    public Item? Find(ItemKey key) =>
        read.TryGetValue(key, out var item)
            ? item
            : throw new InvalidOperationException($"{key} was not named by Reads, so it was not read.");
}
