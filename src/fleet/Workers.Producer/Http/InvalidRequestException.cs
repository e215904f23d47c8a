using Workers.Events;

namespace Workers.Producer.Http;

/// <summary>A request that can never succeed as it is: answered with 400 and every problem that was found.</summary>
/// <param name="violations">Which fields, and what is wrong with them.</param>
internal sealed class InvalidRequestException(IReadOnlyList<Violation> violations)
    : Exception(string.Join("; ", violations))
{
    public InvalidRequestException(string field, string problem)
        : this([new Violation(field, problem)])
    {
    }

    /// <summary>Which fields, and what is wrong with them.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
