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

    /// <summary>A number lies between two bounds, both included; a null bound is open.</summary>
    public static Condition Between(string name, decimal? low, decimal? high) => new Interval(name, low, high);

    /// <summary>A number is at least this.</summary>
    public static Condition AtLeast(string name, decimal low) => new Interval(name, low, null);

    /// <summary>A number is at most this.</summary>
    public static Condition AtMost(string name, decimal high) => new Interval(name, null, high);

    /// <summary>An attribute has this value; null means that it is absent.</summary>
    public static Condition Is(string name, AttributeValue? value) => new Same(name, value);

    /// <summary>A string attribute has this value; null means that it is absent.</summary>
    public static Condition Is(string name, string? value) =>
        new Same(name, value is null ? null : Value.Of(value));

    /// <summary>A time attribute has this value; null means that it is absent.</summary>
    public static Condition Is(string name, DateTimeOffset? value) => new Same(name, value is { } time ? Value.Of(time) : null);

    /// <summary>A number attribute has this value.</summary>
    public static Condition Is(string name, decimal value) => Between(name, value, value);

    internal sealed record NoItem : Condition;

    internal sealed record AnyItem : Condition;

    internal sealed record Interval(string Name, decimal? Low, decimal? High) : Condition;

    internal sealed record Same(string Name, AttributeValue? Value) : Condition;
}
