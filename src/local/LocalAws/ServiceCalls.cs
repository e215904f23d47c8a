using System.Text;
using System.Text.Json.Nodes;
using LocalAws.EventBridge;
using LocalAws.Faults;
using LocalAws.Http;
using LocalAws.StepFunctions;
using LocalAws.StepFunctions.Paths;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws;

/// <summary>
/// Connects state machines to the services of the same process: their calls are counted, and fail where a fault rule says so.
/// </summary>
/// <param name="time">The clock of faults that take time.</param>
internal sealed class ServiceCalls(TimeProvider time) : IServiceCalls
{
    private readonly FaultyOperation _faulty = new(time);

    private OperationTable _operations = new(new Dictionary<string, IAwsService>());
    private LocalAwsFaults? _faults;

    /// <summary>Tells it what there is; Step Functions itself is among it, which is why this comes later.</summary>
    public void Connect(OperationTable operations, LocalAwsFaults faults) => (_operations, _faults) = (operations, faults);

    public bool Has(string service, string operation) =>
        _operations.Services.TryGetValue(service, out var found) && found.Operations.ContainsKey(operation);

    public async Task<JsonNode?> CallAsync(
        string service, string operation, JsonNode? request, string region, CancellationToken cancellationToken)
    {
        if (!_operations.Services.TryGetValue(service, out var found))
        {
            throw new AwsException("UnknownOperationException", $"LocalAws has no service {service}.");
        }

        var route = _operations.Find($"{found.TargetPrefix}.{operation}");
        route.Count();
        var body = Encoding.UTF8.GetBytes(JsonText.Write(request));
        var described = new AwsRequest(region, "http://localhost", body) { Faults = _faults?.For(route.Name, body) };
        var answer = new ResponseBuffer();
        try
        {
            await (described.Faults is { } armed
                ? _faulty.RunAsync(route, described, armed, answer.Writer, cancellationToken)
                : route.Operation(described, answer.Writer, cancellationToken));
        }
        catch (ConnectionDroppedException)
        {
            throw new NoAnswerException();
        }

        return JsonNode.Parse(answer.Finish().Span);
    }

    public ValueTask PutEventAsync(ServiceEvent serviceEvent, CancellationToken cancellationToken) =>
        ((EventBridgeService)_operations.Services["events"]).PutOfServiceAsync(
            serviceEvent.Source,
            serviceEvent.DetailType,
            serviceEvent.Detail,
            serviceEvent.Resource,
            serviceEvent.Region,
            cancellationToken);
}
