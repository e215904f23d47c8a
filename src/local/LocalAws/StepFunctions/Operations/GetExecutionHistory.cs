using System.Text.Json.Nodes;
using LocalAws.Http;
using LocalAws.StepFunctions.Executions;

namespace LocalAws.StepFunctions.Operations;

internal sealed record GetExecutionHistoryRequest
{
    public string? ExecutionArn { get; init; }

    public int? MaxResults { get; init; }

    public bool? ReverseOrder { get; init; }

    public bool? IncludeExecutionData { get; init; }

    public string? NextToken { get; init; }
}

internal sealed record GetExecutionHistoryResponse(IReadOnlyList<JsonObject> Events, string? NextToken);

/// <summary>GetExecutionHistory.</summary>
internal sealed class GetExecutionHistory(Store store)
{
    public GetExecutionHistoryResponse Run(GetExecutionHistoryRequest request, AwsRequest aws)
    {
        new Constraints()
            .Text("executionArn", request.ExecutionArn, 1, 256)
            .Page(request.MaxResults, request.NextToken)
            .Check();
        IEnumerable<HistoryEvent> events = store.GetExecution(request.ExecutionArn).Events;
        var page = Pages.Of(
            request.ReverseOrder == true ? events.Reverse() : events,
            one => one.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            request.MaxResults,
            request.NextToken);
        var written = page.Items.Select(one => one.Write(request.IncludeExecutionData != false));
        return new GetExecutionHistoryResponse([.. written], page.NextToken);
    }
}
