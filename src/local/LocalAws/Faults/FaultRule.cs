namespace LocalAws.Faults;

/// <summary>A fault that strikes some requests.</summary>
/// <param name="Operation">
/// The operation as calls are counted: <c>sqs.ReceiveMessage</c>; <c>sqs.*</c> for every operation of a service that the fault
/// can strike, <c>*</c> for those of all.
/// </param>
/// <param name="Kind">What goes wrong.</param>
public sealed record FaultRule(string Operation, FaultKind Kind)
{
    internal const string Any = "*";

    /// <summary>How likely it strikes a request; for kinds that strike entries, messages or events, each of them.</summary>
    /// <value>1: always. Above 0, at most 1.</value>
    public double Probability { get; init; } = 1;

    /// <summary>How often it strikes at most.</summary>
    /// <value>Null: for as long as it is set. At least 1.</value>
    public int? Times { get; init; }

    /// <summary>Strikes only requests whose body has this text in it, such as a queue's or a table's name.</summary>
    /// <value>Null: every request.</value>
    public string? Containing { get; init; }

    /// <summary>How long the kinds that are about time last.</summary>
    /// <value>Zero, which <see cref="FaultKinds.NeedsDelay"/> refuses where it would do nothing. At most a minute.</value>
    public TimeSpan Delay { get; init; }
}
