using Amazon.DynamoDBv2.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Workers.Cli.Running;
using Workers.Contracts;
using Workers.Contracts.Tables;

namespace Workers.Cli.Workflow;

/// <summary>Finds and reads executions of the fleet's state machine.</summary>
internal sealed class Executions(Session session)
{
    private const int Page = 1000;

    private IAmazonStepFunctions States => session.Aws.StepFunctions;

    private string MachineName => session.Naming.NameOf(Topology.OrderWorkflow.Name);

    /// <summary>The latest executions.</summary>
    /// <param name="status">Only those that stand so; null means all.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    public async Task<IReadOnlyList<ExecutionView>> ListAsync(string? status, int most, CancellationToken cancellationToken)
    {
        var request = new ListExecutionsRequest
        {
            StateMachineArn = await MachineAsync(cancellationToken),
            StatusFilter = status,
            MaxResults = Math.Min(most, Page),
        };
        var found = new List<ExecutionListItem>();
        do
        {
            var page = await States.ListExecutionsAsync(request, cancellationToken);
            found.AddRange(page.Executions ?? []);
            request.NextToken = page.NextToken;
        }
        while (found.Count < most && !string.IsNullOrEmpty(request.NextToken));

        var views = new List<ExecutionView>();
        foreach (var execution in found.Take(most))
        {
            views.Add(await DescribeAsync(execution.ExecutionArn, cancellationToken));
        }

        return views;
    }

    /// <summary>The execution of an order, or of an ARN.</summary>
    /// <exception cref="CommandFailedException">There is none.</exception>
    public async Task<ExecutionView> FindAsync(string orderOrArn, CancellationToken cancellationToken)
    {
        var arn = orderOrArn.StartsWith("arn:", StringComparison.Ordinal) ? orderOrArn : await LeaderAsync(orderOrArn, cancellationToken);
        try
        {
            return await DescribeAsync(arn, cancellationToken);
        }
        catch (ExecutionDoesNotExistException)
        {
            throw new CommandFailedException(
                $"There is no execution {arn} {session.Target}. Step Functions forgets one 90 days after its end.");
        }
        catch (InvalidArnException)
        {
            throw new CommandFailedException($"{arn} is the ARN of no execution.", ExitCode.Usage);
        }
    }

    /// <summary>All of an execution's history, oldest first.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> HistoryAsync(string arn, CancellationToken cancellationToken)
    {
        var request = new GetExecutionHistoryRequest { ExecutionArn = arn, MaxResults = Page };
        var events = new List<HistoryEvent>();
        do
        {
            var page = await States.GetExecutionHistoryAsync(request, cancellationToken);
            events.AddRange(page.Events ?? []);
            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        return events;
    }

    private async Task<ExecutionView> DescribeAsync(string arn, CancellationToken cancellationToken)
    {
        var described = await States.DescribeExecutionAsync(new() { ExecutionArn = arn }, cancellationToken);
        return new(
            arn,
            ExecutionInput.OrderIdOf(described.Input),
            described.Status.Value,
            described.StartDate!.Value,
            described.StopDate,
            described.RedriveCount ?? 0,
            described.Error,
            described.Cause);
    }

    private async Task<string> LeaderAsync(string orderId, CancellationToken cancellationToken)
    {
        var key = new Dictionary<string, AttributeValue> { [OrderWorkflowColumns.OrderId] = new() { S = orderId } };
        var row = await session.Fleet.Tables.FindAsync(Topology.OrderWorkflowsTable, key, cancellationToken);
        return row?.GetValueOrDefault(OrderWorkflowColumns.ExecutionArn)?.S ?? throw new CommandFailedException(
            $"No execution leads the order {orderId} {session.Target}: it is unknown here, or choreographed; `orders show` knows.");
    }

    private async Task<string> MachineAsync(CancellationToken cancellationToken)
    {
        var request = new ListStateMachinesRequest { MaxResults = Page };
        do
        {
            var page = await States.ListStateMachinesAsync(request, cancellationToken);
            if ((page.StateMachines ?? []).Find(machine => machine.Name == MachineName) is { } found)
            {
                return found.StateMachineArn;
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));

        throw new CommandFailedException(
            $"State machine {MachineName} does not exist {session.Target}: apply the topology there, or look at --prefix.");
    }
}
