using System.Text.Json;
using LocalAws.Http;

namespace LocalAws.Faults;

/// <summary>Runs operations as the request's faults have it: those that are around an operation, whatever it is.</summary>
internal sealed class FaultyOperation(TimeProvider time)
{
    /// <exception cref="AwsException">The request is throttled, or fails as the service's own failures do.</exception>
    /// <exception cref="ConnectionDroppedException">There shall be no answer.</exception>
    public async ValueTask RunAsync(
        OperationRoute route, AwsRequest request, RequestFaults faults, Utf8JsonWriter response, CancellationToken stopping)
    {
        await DelayAsync(faults.Strike(FaultKind.Latency), stopping);
        if (faults.Strikes(FaultKind.Throttle))
        {
            throw route.Service.Throttled();
        }

        if (faults.Strikes(FaultKind.InternalError))
        {
            throw route.Service.InternalError();
        }

        if (faults.Strikes(FaultKind.DropBefore))
        {
            throw new ConnectionDroppedException();
        }

        await route.Operation(request, response, stopping);
        await DelayAsync(faults.Strike(FaultKind.LateAnswer), stopping);
        if (faults.Strikes(FaultKind.DropAfter))
        {
            throw new ConnectionDroppedException();
        }
    }

    private Task DelayAsync(FaultRule? rule, CancellationToken stopping) =>
        rule is null ? Task.CompletedTask : Task.Delay(rule.Delay, time, stopping);
}
