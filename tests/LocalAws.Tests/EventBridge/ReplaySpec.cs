using System.Text.Json.Nodes;

namespace LocalAws.Tests.EventBridge;

/// <summary>An archive of everything on the default bus, whose events go to a queue; and a window around the time it is.</summary>
public abstract class ReplaySpec : EventBridgeSpec
{
    private protected const string BusArn = "arn:aws:events:us-east-1:000000000000:event-bus/default";
    private protected const string ArchiveArn = "arn:aws:events:us-east-1:000000000000:archive/a";
    private protected const string RuleArn = "arn:aws:events:us-east-1:000000000000:rule/r";

    // 2026-01-15T10:00:00Z, when the fake clock starts.
    private protected const int Now = 1768471200;

    private protected async Task ArchiveAsync(int retentionDays = 0)
    {
        await CallAsync("CreateArchive", new { ArchiveName = "a", EventSourceArn = BusArn, RetentionDays = retentionDays });
        await RouteAsync("r", AnySource, new { Id = "1", Arn = QueueArn });
    }

    /// <summary>Puts events at given times, and waits until they have been delivered.</summary>
    private protected async Task PutAtAsync(params int[] times)
    {
        foreach (var time in times)
        {
            await PutAsync(new { Source = "s", DetailType = "t", Detail = $$"""{"at":{{time - Now}}}""", Time = time });
            await Queues.NextAsync();
        }
    }

    private protected static object Start(
        string name = "again", int start = Now, int end = Now + 60, string[]? filter = null, string bus = BusArn, string archive = ArchiveArn) =>
        new
        {
            ReplayName = name,
            EventSourceArn = archive,
            EventStartTime = start,
            EventEndTime = end,
            Destination = new { Arn = bus, FilterArns = filter },
        };

    private protected Task<JsonNode> DescribeAsync(string name = "again") => CallAsync("DescribeReplay", new { ReplayName = name });

    private protected async Task<string?> StateAsync(string name = "again") => (string?)(await DescribeAsync(name))["State"];

    private protected void PassSeconds(int seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));
}
