using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Workers.Contracts.Resources;
using Workers.Provisioning.StateMachines;

namespace Workers.Provisioning.Resources;

/// <summary>
/// The state machine: its definition, its role, that X-Ray traces it, and its tags. Executions that run go on as they began. Where they
/// are logged is the template's, for the log group is.
/// </summary>
internal sealed class StateMachineResource(StateMachineDefinition machine, ProvisioningScope scope) : IResource
{
    public string Kind => "state machine";

    public string Name => scope.NameOf(machine.Name);

    private string Arn => scope.ArnOf(machine)!;

    private string RoleArn => scope.RoleArnOf(machine.Role);

    private string Definition => new OrderWorkflow(scope.NameOf, Arn.Split(':')[1]).ToText();

    public async Task<IReadOnlyList<string>?> DifferencesAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } actual)
        {
            return null;
        }

        var tags = await scope.Clients.StepFunctions.ListTagsForResourceAsync(new() { ResourceArn = Arn }, cancellationToken);
        return
        [
            .. Differences(actual),
            .. Difference.OfTags((tags.Tags ?? []).ToDictionary(tag => tag.Key, tag => tag.Value), scope.Tags),
        ];
    }

    public Task CreateAsync(CancellationToken cancellationToken) => scope.Clients.StepFunctions.CreateStateMachineAsync(
        new()
        {
            Name = Name,
            Definition = Definition,
            RoleArn = RoleArn,
            Type = StateMachineType.STANDARD,
            TracingConfiguration = new() { Enabled = true },
            Tags = Tags(),
        },
        cancellationToken);

    public async Task ChangeAsync(CancellationToken cancellationToken)
    {
        await scope.Clients.StepFunctions.UpdateStateMachineAsync(
            new()
            {
                StateMachineArn = Arn,
                Definition = Definition,
                RoleArn = RoleArn,
                TracingConfiguration = new() { Enabled = true },
            },
            cancellationToken);
        await scope.Clients.StepFunctions.TagResourceAsync(new() { ResourceArn = Arn, Tags = Tags() }, cancellationToken);
    }

    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is null)
        {
            return false;   // AWS deletes what does not exist without a word
        }

        await scope.Clients.StepFunctions.DeleteStateMachineAsync(new() { StateMachineArn = Arn }, cancellationToken);
        return true;
    }

    // Its ARN follows from the bus's, for both are of one account and region. Destroying goes backwards, and has not seen the bus yet.
    private async Task<DescribeStateMachineResponse?> FindAsync(CancellationToken cancellationToken)
    {
        if (scope.ArnOf(machine) is null)
        {
            await new BusResource(scope).DifferencesAsync(cancellationToken);
        }

        if (scope.ArnOf(machine) is not { } arn)
        {
            return null;
        }

        try
        {
            return await scope.Clients.StepFunctions.DescribeStateMachineAsync(new() { StateMachineArn = arn }, cancellationToken);
        }
        catch (StateMachineDoesNotExistException)
        {
            return null;
        }
    }

    private IEnumerable<string> Differences(DescribeStateMachineResponse actual)
    {
        if (!Json.AreEqual(actual.Definition, Definition))
        {
            yield return "its definition differs";
        }

        if (actual.RoleArn != RoleArn)
        {
            yield return Difference.Of("RoleArn", actual.RoleArn, RoleArn);
        }

        if (actual.TracingConfiguration?.Enabled is not true)
        {
            yield return Difference.Of("Tracing", "off", "on");
        }
    }

    private List<Tag> Tags() => [.. scope.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })];
}
