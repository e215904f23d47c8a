using System.Globalization;
using Workers.Contracts;
using Workers.Contracts.Resources;

namespace Workers.Provisioning.Exporting;

/// <summary>The numbers of docs/scaling.md.</summary>
internal static class ScalingTable
{
    private const string Head =
        """
        | worker | queue | `MaxInFlight` | rate assumed | wait accepted | `queueLength` |
        | --- | --- | --- | --- | --- | --- |

        """;

    public static string Render() => Head + string.Concat(
        Topology.Workers.SelectMany(worker => worker.Consumptions, (worker, consumes) => Row(worker.Name, consumes)));

    private static string Row(string name, Consumption consumes) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | `{consumes.Queue.Name}` | {consumes.MaxInFlight} | {consumes.MessagesPerSecond}/s "
        + $"| {consumes.AcceptedWait.TotalSeconds} s | {consumes.QueueLength:N0} |\n");
}
