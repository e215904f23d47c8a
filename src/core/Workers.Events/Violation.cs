namespace Workers.Events;

/// <summary>One thing that is wrong with a detail.</summary>
/// <param name="Field">The field's path in JSON, for example <c>items[0].quantity</c>; empty for the whole.</param>
/// <param name="Problem">What is wrong and what would be right, without the value itself.</param>
public readonly record struct Violation(string Field, string Problem)
{
    /// <summary>Field and problem, for a dead-letter reason.</summary>
    public override string ToString() => Field.Length == 0 ? Problem : $"{Field}: {Problem}";

    internal Violation In(string parent) => this with { Field = Field.Length == 0 ? parent : $"{parent}.{Field}" };
}
