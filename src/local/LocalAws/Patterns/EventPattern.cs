using System.Text.Json;

namespace LocalAws.Patterns;

/// <summary>
/// An event pattern, parsed once and matched many times. It never changes, so any number of threads can match at once.
/// </summary>
/// <remarks>
/// An event matches when every field that the pattern names has one of the values listed for it. Arrays in the event stand for
/// any of their elements; conditions on several fields of an object in an array must hold for one and the same element. A dot in
/// a name, of the pattern or of the event, is the same as one level of nesting.
/// </remarks>
internal sealed class EventPattern
{
    private readonly PatternNode[] _alternatives;

    private EventPattern(string text, PatternNode[] alternatives)
    {
        Text = text;
        _alternatives = alternatives;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="InvalidEventPatternException">It is not a pattern; the message says why, in AWS's words.</exception>
    public static EventPattern Parse(string text, PatternDialect dialect = PatternDialect.EventPattern) =>
        new(text, PatternParser.Parse(text, dialect));

    /// <summary>Whether the event, a JSON object, matches.</summary>
    public bool Matches(JsonElement @event)
    {
        foreach (var alternative in _alternatives)
        {
            if (alternative.Match(@event) != Verdict.Mismatch)
            {
                return true;
            }
        }

        return false;
    }
}
