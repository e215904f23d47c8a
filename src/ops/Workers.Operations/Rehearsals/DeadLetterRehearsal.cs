using Microsoft.Extensions.Configuration;
using Workers.Operations.DeadLetters;

namespace Workers.Operations.Rehearsals;

/// <summary>Runs dead letters through today's code, and does nothing else.</summary>
internal sealed class DeadLetterRehearsal(FleetAccess fleet, IConfiguration configuration)
{
    /// <summary>Rehearses the letters that a filter means. They are hidden while they are looked for, and visible again before the first is rehearsed.</summary>
    /// <param name="dlq">The dead-letter queue's unprefixed name.</param>
    /// <param name="filter">Which are meant.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Each letter, oldest first, and whether the whole queue was looked at.</returns>
    public async Task<(IReadOnlyList<LetterRehearsal> Letters, bool IsWhole)> RunAsync(
        string dlq, LetterFilter filter, int limit, CancellationToken cancellationToken)
    {
        await using var host = RehearsalHost.Of(fleet, configuration, dlq);
        var look = await LetterLook.AtAsync(fleet, dlq, filter, limit, cancellationToken);
        var rehearsed = new List<LetterRehearsal>();
        foreach (var letter in look.Letters)
        {
            rehearsed.Add(await LetterRehearsal.OfAsync(host, letter, cancellationToken));
        }

        return (rehearsed, look.IsWhole);
    }
}
