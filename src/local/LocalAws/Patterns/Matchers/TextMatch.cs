namespace LocalAws.Patterns.Matchers;

/// <summary>Which part of a string is compared.</summary>
internal enum TextMatch
{
    Whole,
    Prefix,
    Suffix,
}
