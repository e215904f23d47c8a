using LocalAws.Http;

namespace LocalAws.StepFunctions.Operations;

internal sealed record ListRequest(int? MaxResults, string? NextToken);

internal sealed record ListStateMachinesResponse(IReadOnlyList<StateMachineListItem> StateMachines, string? NextToken);

internal sealed record StateMachineListItem(string StateMachineArn, string Name, string Type, DateTimeOffset CreationDate);

/// <summary>ListStateMachines.</summary>
internal sealed class ListStateMachines(Store store)
{
    /// <summary>Those of a region, in the order of their names.</summary>
    public ListStateMachinesResponse Run(ListRequest request, AwsRequest aws)
    {
        new Constraints().Page(request.MaxResults, request.NextToken).Check();
        var page = Pages.Of(store.Machines(aws.Region), machine => machine.Arn, request.MaxResults, request.NextToken);
        return new ListStateMachinesResponse(
            [.. page.Items.Select(one => new StateMachineListItem(one.Arn, one.Name, "STANDARD", one.CreationDate))], page.NextToken);
    }
}

internal sealed record DeleteStateMachineRequest(string? StateMachineArn);

/// <summary>DeleteStateMachine.</summary>
internal sealed class DeleteStateMachine(Store store)
{
    /// <summary>Deletes it at once, or when its last execution ends. One that is not there is gone already.</summary>
    public Nothing Run(DeleteStateMachineRequest request, AwsRequest aws)
    {
        new Constraints().Text("stateMachineArn", request.StateMachineArn, 1, 256).Check();
        StatesArn.Parse(request.StateMachineArn, StatesArn.StateMachine);
        store.DeleteMachine(request.StateMachineArn!);
        return new Nothing();
    }
}
