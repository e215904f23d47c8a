namespace LocalAws.Faults;

/// <summary>Says what is wrong with rules before they are set: a rule that can never strike would make a test prove nothing.</summary>
/// <param name="operations">The operations that there are, such as <c>sqs.ReceiveMessage</c>.</param>
internal sealed class FaultCheck(IReadOnlyCollection<string> operations)
{
    public const int MaxDelayMs = 60_000;

    /// <summary>All that is wrong, each line beginning with the member that it is about; none when nothing is.</summary>
    public IEnumerable<string> ProblemsOf(IReadOnlyList<FaultRule> rules) =>
        rules.SelectMany((rule, index) => ProblemsOf(rule).Select(problem => $"rules[{index}].{problem}"));

    /// <summary>Whether a rule for <paramref name="pattern"/> is for the operation.</summary>
    public static bool Matches(string pattern, string operation) =>
        pattern == operation
        || pattern == FaultRule.Any
        || (pattern.EndsWith(".*", StringComparison.Ordinal) && operation.StartsWith(pattern[..^1], StringComparison.Ordinal));

    private IEnumerable<string> ProblemsOf(FaultRule rule)
    {
        var kind = FaultKinds.NameOf(rule.Kind);
        var struck = FaultKinds.OperationsOf(rule.Kind);
        if (!operations.Any(operation => Matches(rule.Operation, operation)))
        {
            yield return $"operation: there is no operation {rule.Operation}; GET /_local/health lists them, "
                + "written here as sqs.ReceiveMessage, sqs.* or *.";
        }
        else if (struck?.Any(operation => Matches(rule.Operation, operation)) == false)
        {
            yield return $"operation: {kind} cannot strike {rule.Operation}; it strikes {string.Join(", ", struck)}.";
        }

        if (rule.Probability is not (> 0 and <= 1))
        {
            yield return $"probability: {rule.Probability} is not above 0 and at most 1.";
        }

        if (rule.Times < 1)
        {
            yield return $"times: {rule.Times} is less than 1, so it would never strike.";
        }

        if (rule.Containing is "")
        {
            yield return "containing: it is empty; leave it out to strike every request.";
        }

        if (rule.Delay < TimeSpan.Zero || rule.Delay > TimeSpan.FromMilliseconds(MaxDelayMs))
        {
            yield return $"delayMs: {rule.Delay.TotalMilliseconds} is not from 0 to {MaxDelayMs}.";
        }
        else if (FaultKinds.NeedsDelay(rule.Kind) && rule.Delay == TimeSpan.Zero)
        {
            yield return $"delayMs: {kind} needs one, or it would do nothing.";
        }
        else if (!FaultKinds.TakesDelay(rule.Kind) && rule.Delay > TimeSpan.Zero)
        {
            yield return $"delayMs: {kind} knows no delay.";
        }
    }
}
