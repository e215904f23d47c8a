using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Decisions;

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
    public Update Add(string name, decimal value) =>
        this with { Adds = new Dictionary<string, decimal>(Adds) { [name] = value } };

    /// <summary>The same, replacing one more attribute.</summary>
    public Update Set(string name, AttributeValue value) =>
        this with { Sets = new Dictionary<string, AttributeValue>(Sets) { [name] = value } };

    /// <summary>The same, replacing one more string; null replaces nothing.</summary>
    public Update Set(string name, string? value) => value is null ? this : Set(name, Value.Of(value));

    /// <summary>The same, replacing one more number; null replaces nothing.</summary>
    public Update Set(string name, decimal? value) =>
        value is { } number ? Set(name, Value.Of(number)) : this;

    /// <summary>
    /// The same, replacing one more time, written as <see cref="Item.With(string, DateTimeOffset?)"/> does; null
    /// replaces nothing.
    /// </summary>
    public Update Set(string name, DateTimeOffset? value) => value is { } time ? Set(name, Value.Of(time)) : this;

    /// <summary>The same, on more conditions.</summary>
    public Update When(params IReadOnlyList<Condition> conditions) =>
        this with { Conditions = [.. Conditions, .. conditions] };
}
