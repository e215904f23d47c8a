using Microsoft.Extensions.Options;
using Workers.Contracts.Events;
using Workers.Events;

namespace Workers.Support;

/// <summary>Refuses tables by which a ticket would go nowhere, or in a circle; reports everything at once.</summary>
internal sealed class SupportValidation : IValidateOptions<SupportOptions>
{
    private const string Section = "Workers:Support";

    private static readonly string[] Priorities = Enum.GetNames<TicketPriority>();

    public ValidateOptionsResult Validate(string? name, SupportOptions options)
    {
        var errors = options.RoutesInUse.SelectMany(ErrorsOf).Concat(ErrorsOf(options)).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> ErrorsOf(RouteOptions route, int index)
    {
        if (!IdGrammar.Allows(route.Team))
        {
            yield return $"{Section}:Routes:{index}:Team ({route.Team}) {IdGrammar.Expected}: it stands in paths and addresses.";
        }

        foreach (var priority in route.Priorities.Except(Priorities, StringComparer.OrdinalIgnoreCase))
        {
            yield return $"{Section}:Routes:{index}:Priorities names {priority}; there are {string.Join(", ", Priorities)}.";
        }
    }

    private static IEnumerable<string> ErrorsOf(SupportOptions options)
    {
        if (!options.RoutesInUse[^1].MatchesAll)
        {
            yield return $"{Section}:Routes must end with a route without Priorities and Categories: some tickets would have no team.";
        }

        foreach (var level in options.LevelsInUse.Where(level => !IdGrammar.Allows(level)))
        {
            yield return $"{Section}:Escalation names {level}, which {IdGrammar.Expected}: it stands in paths and addresses.";
        }

        if (options.LevelsInUse.Distinct().Count() < options.LevelsInUse.Count)
        {
            yield return $"{Section}:Escalation must name each team once: a ticket would go round in a circle.";
        }
    }
}
