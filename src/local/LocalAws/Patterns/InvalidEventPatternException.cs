namespace LocalAws.Patterns;

/// <summary>A text is not an event pattern.</summary>
/// <param name="reason">What is wrong with it, and where.</param>
internal sealed class InvalidEventPatternException(string reason)
    : FormatException($"Event pattern is not valid. Reason: {reason}")
{
    /// <summary>What is wrong with it, and where.</summary>
    public string Reason { get; } = reason;
}
