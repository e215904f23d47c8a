using System.Collections.Concurrent;
using Amazon.SQS.Model;
using Workers.Contracts;
using Workers.Contracts.Resources;
using Workers.Events;

namespace Workers.Provisioning.Resources;

/// <summary>What the resources of one run share: the endpoint, the prefix, and the ARNs that AWS has told so far.</summary>
internal sealed class ProvisioningScope(
    AwsClients clients,
    ResourceNaming naming,
    IReadOnlyDictionary<string, string> tags,
    TimeProvider time,
    TimeSpan? orderDeadline = null)
{
    private readonly ConcurrentDictionary<string, string> _arns = new();

    public AwsClients Clients { get; } = clients;

    public IReadOnlyDictionary<string, string> Tags { get; } = tags;

    public TimeProvider Time { get; } = time;

    /// <summary>The delay of the queue that has one; null for the topology's.</summary>
    public TimeSpan? OrderDeadline { get; } = orderDeadline;

    /// <summary>
    /// Whether the endpoint is spoken to over TLS, as AWS is. Queues then refuse all else; at a plain endpoint, such as the embedded AWS,
    /// they would refuse their own workers.
    /// </summary>
    public bool IsTls { get; } =
        clients.Sqs.DetermineServiceOperationEndpoint(new ListQueuesRequest()).URL.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name as AWS knows it.</summary>
    public string NameOf(string name) => naming.NameOf(name);

    /// <summary>The bus of a rule, as AWS knows it.</summary>
    public string BusOf(RuleDefinition rule) => rule.IsOnDefaultBus ? "default" : NameOf(Topology.Bus);

    /// <summary>Remembers the ARN of a bus, rule or queue; their unprefixed names differ.</summary>
    public void Learn(string name, string arn) => _arns[name] = arn;

    /// <summary>The ARN that a state machine has or will have, of this account and region; null before the bus exists.</summary>
    public string? ArnOf(StateMachineDefinition machine) => _arns.TryGetValue(Topology.Bus, out var bus)
        && bus.Split(':') is [_, var partition, _, var region, var account, ..]
            ? $"arn:{partition}:states:{region}:{account}:stateMachine:{NameOf(machine.Name)}"
            : null;

    /// <summary>The ARN of a role of the template: provisioning makes no roles. The embedded AWS asks for none.</summary>
    public string RoleArnOf(string name) => ArnOf(Topology.Bus).Split(':') is [_, var partition, _, _, var account, ..]
        ? $"arn:{partition}:iam::{account}:role/{NameOf(name)}"
        : $"(the ARN of {NameOf(name)})";

    /// <summary>The ARN of a resource of an earlier stage. A plan has none for what does not exist yet, and equals nothing that does.</summary>
    public string ArnOf(string name) => _arns.GetValueOrDefault(name, $"(the ARN of {NameOf(name)}, once it exists)");
}
