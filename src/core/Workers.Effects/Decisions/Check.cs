namespace Workers.Effects.Decisions;

/// <summary>See <see cref="Write.Check"/>.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="Conditions">What must hold of the committed item.</param>
public sealed record Check(ItemKey Key, IReadOnlyList<Condition> Conditions) : Write(Key);
