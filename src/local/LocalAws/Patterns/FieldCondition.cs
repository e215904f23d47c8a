using LocalAws.Patterns.Matchers;

namespace LocalAws.Patterns;

/// <summary>What a pattern asks of one field: any of these is enough.</summary>
/// <param name="Values">Which values the field may have.</param>
/// <param name="MayBeAbsent">Whether it may be missing: <c>{"exists": false}</c>.</param>
internal sealed record FieldCondition(IValueMatcher[] Values, bool MayBeAbsent);
