using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Decisions;

/// <summary>
/// One action on one item, as data, so that the library can lay it over what was read, merge it with others that commute, and
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

/// <summary>See <see cref="Write.Insert"/>.</summary>
/// <param name="Key">The item's key; its attributes are written too.</param>
/// <param name="Item">The other attributes.</param>
public sealed record Insert(ItemKey Key, Item Item) : Write(Key);

/// <summary>See <see cref="Write.Check"/>.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="Conditions">What must hold of the committed item.</param>
public sealed record Check(ItemKey Key, IReadOnlyList<Condition> Conditions) : Write(Key);

/// <summary>See <see cref="Write.Update"/>.</summary>
/// <param name="Key">The item's key.</param>
public sealed record Update(ItemKey Key) : Write(Key)
{
    /// <summary>Numbers that are added to attributes; an absent attribute counts as 0. Additions commute.</summary>
    public IReadOnlyDictionary<string, decimal> Adds { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Attributes that are replaced.</summary>
    public IReadOnlyDictionary<string, AttributeValue> Sets { get; init; } = new Dictionary<string, AttributeValue>();

    /// <summary>What must hold of the committed item.</summary>
    public IReadOnlyList<Condition> Conditions { get; init; } = [];

    /// <summary>The same, adding to one more attribute.</summary>
    public Update Add(string name, decimal value) => this with { Adds = new Dictionary<string, decimal>(Adds) { [name] = value } };

    /// <summary>The same, replacing one more attribute.</summary>
    public Update Set(string name, AttributeValue value) =>
        this with { Sets = new Dictionary<string, AttributeValue>(Sets) { [name] = value } };

    /// <summary>The same, replacing one more string; null replaces nothing.</summary>
    public Update Set(string name, string? value) => value is null ? this : Set(name, Value.Of(value));

    /// <summary>The same, replacing one more number; null replaces nothing.</summary>
    public Update Set(string name, decimal? value) => value is { } number ? Set(name, Value.Of(number)) : this;

    /// <summary>
    /// The same, replacing one more time, written as <see cref="Item.With(string, DateTimeOffset?)"/> does; null replaces nothing.
    /// </summary>
    public Update Set(string name, DateTimeOffset? value) => value is { } time ? Set(name, Value.Of(time)) : this;

    /// <summary>The same, on more conditions.</summary>
    public Update When(params IReadOnlyList<Condition> conditions) => this with { Conditions = [.. Conditions, .. conditions] };
}
