using Amazon.DynamoDBv2.Model;

namespace Workers.Effects.Decisions;

/// <summary>
/// What a decision relied on, restated for the commit. The forms are few so that conditions of several messages can be
/// merged: an interval is shifted by the changes before it, and intersected.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>There is no such item.</summary>
    public static Condition ItemAbsent { get; } = new NoItem();

    /// <summary>There is such an item.</summary>
    public static Condition ItemExists { get; } = new AnyItem();

    /// <summary>Attribute and operator, without values: what a log line may say.</summary>
    internal abstract string Form { get; }

    /// <summary>A number lies between two bounds, both included; a null bound is open.</summary>
    public static Condition Between(string name, decimal? low, decimal? high) => new Interval(name, low, high);

    /// <summary>A number is at least this.</summary>
    public static Condition AtLeast(string name, decimal low) => new Interval(name, low, null);

    /// <summary>A number is at most this.</summary>
    public static Condition AtMost(string name, decimal high) => new Interval(name, null, high);

    /// <summary>An attribute has this value; null means that it is absent.</summary>
    public static Condition Is(string name, AttributeValue? value) => new Same(name, value);

    /// <summary>A string attribute has this value; null means that it is absent.</summary>
    public static Condition Is(string name, string? value) => new Same(name, value is null ? null : Value.Of(value));

    /// <summary>A time attribute has this value; null means that it is absent.</summary>
    public static Condition Is(string name, DateTimeOffset? value) => new Same(name, value is { } time ? Value.Of(time) : null);

    /// <summary>A number attribute has this value.</summary>
    public static Condition Is(string name, decimal value) => Between(name, value, value);

    /// <summary>Whether it holds of an item; null stands for none.</summary>
    internal abstract bool HoldsFor(Item? item);

    internal sealed record NoItem : Condition
    {
        internal override string Form => "no item";

        internal override bool HoldsFor(Item? item) => item is null;
    }

    internal sealed record AnyItem : Condition
    {
        internal override string Form => "an item";

        internal override bool HoldsFor(Item? item) => item is not null;
    }

    internal sealed record Interval(string Name, decimal? Low, decimal? High) : Condition
    {
        internal override string Form => (Low, High) switch
        {
            ({ } low, { } high) => low == high ? $"{Name} =" : $"{Name} BETWEEN",
            (not null, null) => $"{Name} >=",
            (null, not null) => $"{Name} <=",
            _ => $"{Name} exists",
        };

        internal override bool HoldsFor(Item? item) => item?.Number(Name) is { } number && !(number < Low) && !(number > High);
    }

    internal sealed record Same(string Name, AttributeValue? Value) : Condition
    {
        internal override string Form => Value is null ? $"{Name} absent" : $"{Name} =";

        internal override bool HoldsFor(Item? item) => Decisions.Value.AreEqual(item?.Attributes.GetValueOrDefault(Name), Value);
    }
}
