using Microsoft.Extensions.Options;
using Workers.Contracts.Events;

namespace Workers.Support;

/// <summary>The rules of the house: which team, until when, and whose turn is next.</summary>
internal sealed class SupportPolicy(IOptions<SupportOptions> options, IOptionsMonitor<SlaOptions> promises)
{
    /// <summary>The team of the first route that matches.</summary>
    public string TeamOf(TicketPriority priority, string? category) =>
        options.Value.RoutesInUse.First(route => Covers(route.Priorities, $"{priority}") && Covers(route.Categories, category)).Team;

    /// <summary>What a ticket of this priority is promised.</summary>
    public SlaOptions PromisesOf(TicketPriority priority) => promises.Get($"{priority}");

    /// <summary>The team of the next level; null from the last.</summary>
    public string? LevelAfter(string team) =>
        options.Value.LevelsInUse.SkipWhile(level => level != team).Skip(1).FirstOrDefault()
        ?? (options.Value.LevelsInUse.Contains(team) ? null : options.Value.LevelsInUse[0]);

    private static bool Covers(List<string> some, string? one) => some is [] || some.Contains(one, StringComparer.OrdinalIgnoreCase);
}
