namespace LocalAws.Patterns.Matchers;

/// <summary>One end of a range of numbers.</summary>
internal readonly record struct NumericBound(JsonNumber Value, bool IsIncluded);
