namespace Workers.Engine.Settling;

/// <summary>What is done about a message once its handler has ended.</summary>
/// <param name="Outcome">The word that it is counted by.</param>
internal abstract record Settlement(string Outcome)
{
    /// <summary>Delete it.</summary>
    internal sealed record Delete(string Outcome) : Settlement(Outcome);

    /// <summary>Show it again later.</summary>
    internal sealed record ShowAgain(TimeSpan After, string Outcome) : Settlement(Outcome);

    /// <summary>Send it to the dead-letter queue, then delete it.</summary>
    internal sealed record Reject(string Reason, string? ExceptionType, string? EventId) : Settlement("rejected");
}
