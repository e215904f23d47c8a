using System.Collections.Concurrent;
using Workers.Contracts;
using Workers.Events;
using Workers.Provisioning.Resources;

namespace Workers.Provisioning;

/// <summary>Brings an endpoint to what the topology says. Applying twice changes nothing the second time.</summary>
/// <param name="clients">The endpoint.</param>
/// <param name="naming">The prefix of every name: fleets of other prefixes are never touched.</param>
/// <param name="time">Paces the wait for tables.</param>
public sealed class TopologyProvisioner(AwsClients clients, ResourceNaming naming, TimeProvider time)
{
    // Control planes throttle early: a few calls side by side are fast enough and stay below.
    private const int Concurrency = 4;

    /// <summary>The tags of bus, queues, topics and state machine.</summary>
    /// <value>The topology's.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = Topology.Tags;

    /// <summary>How long an order may take to be paid, and then to be shipped: the delay of the deadlines' queue, 0 to 15 minutes.</summary>
    /// <value>Null: the topology's.</value>
    public TimeSpan? OrderDeadline { get; init; }

    /// <summary>Told of each resource as soon as it was visited, one at a time: what was done is known even where the run fails or is cancelled.</summary>
    /// <value>Nobody is told.</value>
    public Action<ProvisionedResource> OnVisited { get; init; } = _ => { };

    /// <summary>Whether <see cref="DestroyAsync"/> also deletes rules on the bus that the topology does not know.</summary>
    /// <value>No: where there are such rules it refuses, and deletes nothing.</value>
    public bool DeletesForeignRules { get; init; }

    /// <summary>
    /// Creates what is missing, corrects what differs and leaves the rest alone. Cancelling it, or a failure half-way, leaves a
    /// part applied: apply again.
    /// </summary>
    /// <exception cref="ProvisioningException">AWS refused a resource; the message names it.</exception>
    public Task<IReadOnlyList<ProvisionedResource>> ApplyAsync(CancellationToken cancellationToken) =>
        VisitAsync(Stages(), ApplyAsync, cancellationToken);

    /// <summary>Says what <see cref="ApplyAsync(CancellationToken)"/> would do, and changes nothing.</summary>
    /// <exception cref="ProvisioningException">AWS refused to show a resource; the message names it.</exception>
    public Task<IReadOnlyList<ProvisionedResource>> PlanAsync(CancellationToken cancellationToken) =>
        VisitAsync(Stages(), InspectAsync, cancellationToken);

    /// <summary>
    /// Deletes every resource of the topology with this prefix, and all that is in them. Rules that somebody added to the bus are
    /// looked for first, because AWS deletes no bus that has rules.
    /// </summary>
    /// <exception cref="ProvisioningException">
    /// AWS refused a deletion; the message names the resource. Or there are rules of others on the bus: nothing was deleted.
    /// </exception>
    public async Task<IReadOnlyList<ProvisionedResource>> DestroyAsync(CancellationToken cancellationToken)
    {
        var foreign = await new ForeignRules(clients, naming).FindAsync(cancellationToken);
        if (foreign.Count > 0 && !DeletesForeignRules)
        {
            foreach (var rule in foreign)
            {
                OnVisited(Failed(rule, "not this fleet's: it was left, and so was all else"));
            }

            throw new ProvisioningException(
                $"The bus {naming.NameOf(Topology.Bus)} has rules that are not this fleet's: {string.Join(", ", foreign.Select(rule => rule.Name))}. "
                + "AWS deletes no bus that has rules, so nothing was deleted. `destroy --foreign-rules` deletes them too.");
        }

        return await VisitAsync([foreign, .. Stages().Reverse()], DeleteAsync, cancellationToken);
    }

    // Policies come before targets: EventBridge does not retry what a queue forbids, it dead-letters it.
    private IReadOnlyList<IResource>[] Stages()
    {
        var scope = new ProvisioningScope(clients, naming, Tags, time, OrderDeadline);
        var workerQueues = Topology.Queues.Where(queue => queue.Redrive is not null);
        var deadLetterQueues = Topology.Queues.Where(queue => queue.Redrive is null);
        var governed = Topology.Queues.Where(queue => scope.IsTls || QueuePolicyResource.RulesSendingTo(queue.Name).Any());
        return
        [
            [
                new BusResource(scope),
                .. deadLetterQueues.Select(queue => new QueueResource(queue, scope)),
                .. Topology.Tables.Select(table => new TableResource(table, scope)),
                .. Topology.Topics.Select(topic => new TopicResource(topic, scope)),
            ],
            [
                new ArchiveResource(Topology.Archive, scope),
                new StateMachineResource(Topology.OrderWorkflow, scope),
                .. workerQueues.Select(queue => new QueueResource(queue, scope)),
                .. Topology.Rules.Select(rule => new RuleResource(rule, scope)),
            ],
            [.. governed.Select(queue => new QueuePolicyResource(queue.Name, scope))],
            [.. Topology.Rules.Select(rule => new TargetsResource(rule, scope))],
        ];
    }

    /// <summary>Visits stage after stage. After a failure nothing more is begun; what was begun comes to its end and is told.</summary>
    private async Task<IReadOnlyList<ProvisionedResource>> VisitAsync(
        IEnumerable<IReadOnlyList<IResource>> stages,
        Func<IResource, CancellationToken, Task<ProvisionedResource>> visit,
        CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken };
        var results = new List<ProvisionedResource>();
        foreach (var stage in stages)
        {
            var visited = new ProvisionedResource[stage.Count];
            var failures = new ConcurrentQueue<ProvisioningException>();
            await Parallel.ForAsync(0, stage.Count, options, async (index, _) =>
            {
                if (!failures.IsEmpty)
                {
                    return;
                }

                visited[index] = await VisitAsync(stage[index], visit, failures, cancellationToken);
                lock (results)
                {
                    OnVisited(visited[index]);
                }
            });
            cancellationToken.ThrowIfCancellationRequested();
            if (failures.TryPeek(out var first))
            {
                throw failures.Count == 1 ? first : new ProvisioningException(string.Join("\n", failures.Select(failure => failure.Message)), first);
            }

            results.AddRange(visited);
        }

        return results;
    }

    private static async Task<ProvisionedResource> VisitAsync(
        IResource resource,
        Func<IResource, CancellationToken, Task<ProvisionedResource>> visit,
        ConcurrentQueue<ProvisioningException> failures,
        CancellationToken cancellationToken)
    {
        try
        {
            return await visit(resource, cancellationToken);
        }
        catch (ProvisioningException failure)
        {
            failures.Enqueue(failure);
            return Failed(resource, failure.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed(resource, "interrupted: it may have been done");
        }
        catch (Exception exception) when (AwsFailures.Of(exception, cancellationToken) is not null)
        {
            failures.Enqueue(new($"{resource.Kind} {resource.Name}: {exception.Message}", exception));
            return Failed(resource, exception.Message);
        }
    }

    private static ProvisionedResource Failed(IResource resource, string why) => new(resource.Kind, resource.Name, Change.Failed, [why]);

    private static async Task<ProvisionedResource> InspectAsync(IResource resource, CancellationToken cancellationToken) =>
        await resource.DifferencesAsync(cancellationToken) switch
        {
            null => Result(resource, Change.Created),
            [] => Result(resource, Change.Unchanged),
            var differences => new(resource.Kind, resource.Name, Change.Changed, differences),
        };

    private static async Task<ProvisionedResource> ApplyAsync(IResource resource, CancellationToken cancellationToken)
    {
        var result = await InspectAsync(resource, cancellationToken);
        if (result.Change is Change.Created)
        {
            await resource.CreateAsync(cancellationToken);
        }
        else if (result.Change is Change.Changed)
        {
            await resource.ChangeAsync(cancellationToken);
        }

        return result;
    }

    private static async Task<ProvisionedResource> DeleteAsync(IResource resource, CancellationToken cancellationToken) =>
        Result(resource, await resource.DeleteAsync(cancellationToken) ? Change.Deleted : Change.Absent);

    private static ProvisionedResource Result(IResource resource, Change change) => new(resource.Kind, resource.Name, change, []);
}
