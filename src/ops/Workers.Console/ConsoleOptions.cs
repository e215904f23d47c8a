using System.ComponentModel.DataAnnotations;

namespace Workers.Console;

/// <summary>What the console shows and lets people do. Bound from <c>Workers:Console</c>.</summary>
internal sealed class ConsoleOptions
{
    public const string Section = "Workers:Console";

    /// <summary>
    /// Whether queues can be paused and limited, and dead letters sent back and thrown away. The role needs what that takes.
    /// </summary>
    /// <value>No: the console only shows, and names the commands of the command line.</value>
    public bool Actions { get; set; }

    /// <summary>
    /// How often the fleet is looked at while somebody has a page open: one call for each queue, and two queries of the fleet's table.
    /// </summary>
    /// <value>5 seconds. From 1 second to 1 minute.</value>
    [Range(
        typeof(TimeSpan), "00:00:01", "00:01:00",
        ErrorMessage = "Workers:Console:Interval must be from 00:00:01 to 00:01:00: "
            + "it would cost calls without need, or show what was long ago.")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How often the fleet is looked at while nobody has a page open, so that a page knows since when something is wrong.
    /// </summary>
    /// <value>1 minute. From 5 seconds to 10 minutes.</value>
    [Range(
        typeof(TimeSpan), "00:00:05", "00:10:00",
        ErrorMessage = "Workers:Console:IdleInterval must be from 00:00:05 to 00:10:00: "
            + "it would cost calls without need, or not know since when something is wrong.")]
    public TimeSpan IdleInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many dead letters of a queue are looked at for one page. SQS shows a letter only by handing it out, ten at a time.
    /// </summary>
    /// <value>1,000. From 10 to 100,000; a page can be asked for more.</value>
    [Range(
        10, 100_000,
        ErrorMessage = "Workers:Console:Letters must be from 10 to 100000: "
            + "SQS hands out 120,000 messages of a queue at most.")]
    public int Letters { get; set; } = 1_000;

    /// <summary>How long a discard can be undone before letters are deleted.</summary>
    /// <value>30 seconds. From 5 seconds to 10 minutes.</value>
    [Range(
        typeof(TimeSpan), "00:00:05", "00:10:00",
        ErrorMessage = "Workers:Console:UndoWindow must be from 00:00:05 to 00:10:00: "
            + "nobody could undo a slip, or would know that it is still to come.")]
    public TimeSpan UndoWindow { get; set; } = TimeSpan.FromSeconds(30);
}
