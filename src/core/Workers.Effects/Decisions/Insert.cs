namespace Workers.Effects.Decisions;

/// <summary>See <see cref="Write.Insert"/>.</summary>
/// <param name="Key">The item's key; its attributes are written too.</param>
/// <param name="Item">The other attributes.</param>
public sealed record Insert(ItemKey Key, Item Item) : Write(Key);
