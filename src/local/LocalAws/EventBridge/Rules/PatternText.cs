using LocalAws.Http;
using LocalAws.Patterns;

namespace LocalAws.EventBridge.Rules;

/// <summary>Reads the patterns of requests.</summary>
internal static class PatternText
{
    /// <exception cref="AwsException">It is not a pattern.</exception>
    public static EventPattern Parse(string text)
    {
        try
        {
            return EventPattern.Parse(text);
        }
        catch (InvalidEventPatternException exception)
        {
            throw new AwsException("InvalidEventPatternException", exception.Message);
        }
    }
}
