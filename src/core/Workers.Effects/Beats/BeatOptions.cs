using Microsoft.Extensions.Options;

namespace Workers.Effects.Beats;

/// <summary>How an instance tells of itself. Bound from the section that <c>AddBeat</c> was given.</summary>
public sealed class BeatOptions
{
    /// <summary>The unprefixed name of the fleet's table.</summary>
    /// <value>What <c>AddBeat</c> was given.</value>
    public string Table { get; set; } = "";

    /// <summary>
    /// How often the instance writes its row and reads what is asked of its queues: an operator's word is obeyed as much later at most. A
    /// beat is one UpdateItem, and one GetItem for each queue that the host consumes.
    /// </summary>
    /// <value>10 s. From 1 s to 1 min.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a row says to be good for, from its last beat on: an instance that was killed is taken for gone then. DynamoDB's TTL deletes
    /// the row within days.
    /// </summary>
    /// <value>2 min. At least three times <see cref="Interval"/>, at most 1 h.</value>
    public TimeSpan RowLife { get; set; } = TimeSpan.FromMinutes(2);
}

/// <summary>Says at start-up what would go wrong.</summary>
internal sealed class BeatOptionsValidation(string section) : IValidateOptions<BeatOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    public ValidateOptionsResult Validate(string? name, BeatOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(BeatOptions options)
    {
        if (options.Interval < Shortest || options.Interval > Longest)
        {
            yield return $"{section}:Interval ({options.Interval}) must be from {Shortest} to {Longest}: "
                + "the table would be written without need, or a pause be obeyed long after it was asked for.";
        }

        if (options.RowLife < 3 * options.Interval || options.RowLife > LongestLife)
        {
            yield return $"{section}:RowLife ({options.RowLife}) must be at least three times Interval ({options.Interval}) and at most "
                + $"{LongestLife}: an instance whose beat is late would be taken for gone, or one that is gone for running.";
        }
    }
}
