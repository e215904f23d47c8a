namespace Workers.Console.Acts;

/// <summary>A replay that was asked for, and what has become of it.</summary>
/// <param name="Number">The how manieth it is.</param>
/// <param name="What">Its window and rule.</param>
/// <param name="By">Who asked.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedAt">When.</param>
public sealed record ReplayJob(int Number, string What, string By, string Reason, DateTimeOffset AskedAt)
{
    /// <summary>How far it is.</summary>
    public string State { get; init; } = "waits for the one before it";

    /// <summary>Whether it did not end as it should.</summary>
    public bool IsBad { get; init; }
}
