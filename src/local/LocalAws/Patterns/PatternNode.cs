using System.Text;
using System.Text.Json;

namespace LocalAws.Patterns;

/// <summary>One level of a pattern: the conditions on a field's value, on the fields below it, or both.</summary>
internal sealed class PatternNode
{
    // By how many of the ancestors' names stand before ours in one property name: "c", "b.c", "a.b.c".
    private readonly byte[][] _names;
    private readonly FieldCondition? _condition;
    private readonly PatternNode[] _children;

    // What the node says where the event has nothing at all.
    private readonly Verdict _nothing;

    private PatternNode(string[] path, FieldCondition? condition, PatternNode[] children)
    {
        _names = [.. path.Select((_, index) => Encoding.UTF8.GetBytes(string.Join('.', path[^(index + 1)..])))];
        _condition = condition;
        _children = children;
        _nothing = condition is { MayBeAbsent: false } || children.Any(child => child._nothing == Verdict.Mismatch)
            ? Verdict.Mismatch
            : Verdict.Absent;
    }

    /// <summary>Makes a tree out of conditions by dotted path.</summary>
    public static PatternNode Of(IReadOnlyDictionary<string, FieldCondition> fields) =>
        Of([], fields.Select(field => (field.Key.Split('.'), field.Value)));

    /// <summary>Compares with the part of an event that stands where this node does.</summary>
    public Verdict Match(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => MatchAny(value),
        JsonValueKind.Object => _condition is { MayBeAbsent: false } ? Verdict.Mismatch : MatchChildren(value, joined: 0),
        _ => MatchValue(value),
    };

    private static PatternNode Of(string[] path, IEnumerable<(string[] Path, FieldCondition Condition)> fields)
    {
        var here = fields.ToLookup(field => field.Path.Length == path.Length);
        var below = here[false].GroupBy(field => field.Path[path.Length]);
        return new PatternNode(
            path, here[true].LastOrDefault().Condition, [.. below.Select(group => Of([.. path, group.Key], group))]);
    }

    // Conditions that one element meets by its values hold. Conditions that only ask for absence must hold for every element.
    private Verdict MatchAny(JsonElement array)
    {
        var verdict = _nothing;
        foreach (var element in array.EnumerateArray())
        {
            switch (Match(element))
            {
                case Verdict.Match:
                    return Verdict.Match;
                case Verdict.Mismatch:
                    verdict = Verdict.Mismatch;
                    break;
            }
        }

        return verdict;
    }

    private Verdict MatchChildren(JsonElement @object, int joined)
    {
        var verdict = Verdict.Absent;
        foreach (var child in _children)
        {
            switch (child.MatchProperty(@object, joined))
            {
                case Verdict.Mismatch:
                    return Verdict.Mismatch;
                case Verdict.Match:
                    verdict = Verdict.Match;
                    break;
            }
        }

        return verdict;
    }

    private Verdict MatchProperty(JsonElement @object, int joined)
    {
        if (!@object.TryGetProperty(_names[joined], out var value))
        {
            return _condition is { MayBeAbsent: false } ? Verdict.Mismatch : MatchChildren(@object, joined + 1);
        }

        var verdict = Match(value);
        return _children.Length == 0 || (verdict == Verdict.Match && _condition is null)
            ? verdict
            : WithJoined(verdict, MatchChildren(@object, joined + 1));
    }

    // The fields below may also stand beside the value: as "a.b" where the pattern has a, then b. Conditions on the value itself
    // hold together with those; otherwise it is enough that they are met in one of the two places.
    private Verdict WithJoined(Verdict here, Verdict joined) => (here, joined) switch
    {
        (Verdict.Mismatch, _) when _condition is not null => Verdict.Mismatch,
        (Verdict.Match, _) => joined == Verdict.Mismatch ? Verdict.Mismatch : Verdict.Match,
        (_, Verdict.Match) => Verdict.Match,
        (Verdict.Absent, var other) => other,
        _ => Verdict.Mismatch,
    };

    private Verdict MatchValue(JsonElement value)
    {
        if (_condition is null)
        {
            return _nothing;
        }

        foreach (var matcher in _condition.Values)
        {
            if (matcher.Matches(value))
            {
                return Verdict.Match;
            }
        }

        return Verdict.Mismatch;
    }
}
