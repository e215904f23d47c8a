using LocalAws.StepFunctions.Data;
using LocalAws.StepFunctions.Executions;
using LocalAws.StepFunctions.Tasks;

namespace LocalAws.StepFunctions.Operations;

/// <summary>What Step Functions holds, by ARN.</summary>
internal sealed class Store(TimeProvider time)
{
    // "The name must be unique … for 90 days after the execution closes", and so long it can be looked at.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, StateMachine> _machines = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Activity> _activities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Execution> _executions = [];
    private readonly Dictionary<string, SortedDictionary<string, string>> _tags = [];

    public IReadOnlyList<StateMachine> Machines(string region) =>
        Read(() => _machines.Values.Where(one => StatesArn.TryParse(one.Arn)!.Region == region).ToList());

    public IReadOnlyList<Activity> Activities(string region) =>
        Read(() => _activities.Values.Where(one => StatesArn.TryParse(one.Arn)!.Region == region).ToList());

    /// <summary>The executions of a state machine, the last one first.</summary>
    public IReadOnlyList<Execution> ExecutionsOf(string machineArn) => Read(() =>
        _executions.Values
            .Where(one => one.Machine.Arn == machineArn && !IsForgotten(one))
            .Reverse()
            .OrderByDescending(one => one.StartDate)
            .ToList());

    /// <summary>All executions that run.</summary>
    public IReadOnlyList<Execution> Running() => Read(() => _executions.Values.Where(one => one.Status == Execution.Running).ToList());

    public StateMachine? FindMachine(string arn) => Read(() => _machines.GetValueOrDefault(arn));

    /// <exception cref="Http.AwsException">There is none, or the ARN is none.</exception>
    public StateMachine GetMachine(string? arn)
    {
        StatesArn.Parse(arn, StatesArn.StateMachine);
        return FindMachine(arn!) ?? throw StepFunctionsErrors.NoStateMachine(arn);
    }

    /// <exception cref="Http.AwsException">There is none, or the ARN is none.</exception>
    public Execution GetExecution(string? arn)
    {
        StatesArn.Parse(arn, StatesArn.Execution);
        return FindExecution(arn!) ?? throw StepFunctionsErrors.NoExecution(arn);
    }

    public Execution? FindExecution(string arn) =>
        Read(() => _executions.TryGetValue(arn, out var execution) && !IsForgotten(execution) ? execution : null);

    public Activity? FindActivity(string arn) => Read(() => _activities.GetValueOrDefault(arn));

    /// <exception cref="Http.AwsException">There is none, or the ARN is none.</exception>
    public Activity GetActivity(string? arn)
    {
        StatesArn.Parse(arn, StatesArn.Activity);
        return FindActivity(arn!) ?? throw StepFunctionsErrors.NoActivity(arn);
    }

    /// <summary>Adds a state machine, unless there is one: that one is returned.</summary>
    public StateMachine AddMachine(StateMachine machine, IReadOnlyList<Tag>? tags) => Read(() =>
    {
        if (_machines.TryGetValue(machine.Arn, out var known))
        {
            return known;
        }

        _tags[machine.Arn] = [];
        SetTags(machine.Arn, tags);
        return _machines[machine.Arn] = machine;
    });

    /// <summary>Changes a state machine. Nothing happens when the change throws.</summary>
    public StateMachine ChangeMachine(string arn, Func<StateMachine, StateMachine> change) => Read(() =>
        _machines.TryGetValue(arn, out var machine) ? _machines[arn] = change(machine) : throw StepFunctionsErrors.NoStateMachine(arn));

    /// <summary>Deletes a state machine, or has it deleted when its last execution ends.</summary>
    public void DeleteMachine(string arn) => Read(() =>
    {
        if (_machines.TryGetValue(arn, out var machine))
        {
            _machines[arn] = machine with { IsDeleting = true };
            DropDeleted(arn);
        }

        return true;
    });

    /// <summary>Adds and starts an execution, unless there is one of that name: that one is returned.</summary>
    public Execution AddExecution(Execution execution, Action<Execution> start) => Read(() =>
    {
        if (_executions.TryGetValue(execution.Arn, out var known) && !IsForgotten(known))
        {
            return known;
        }

        start(execution);
        return _executions[execution.Arn] = execution;
    });

    /// <summary>Sees to what was to be done when an execution ends.</summary>
    public void Ended(Execution execution) => Read(() =>
    {
        DropDeleted(execution.Machine.Arn);
        return true;
    });

    /// <summary>Adds an activity, unless there is one: that one is returned.</summary>
    public Activity AddActivity(Activity activity, IReadOnlyList<Tag>? tags) => Read(() =>
    {
        if (_activities.TryGetValue(activity.Arn, out var known))
        {
            return known;
        }

        _tags[activity.Arn] = [];
        SetTags(activity.Arn, tags);
        return _activities[activity.Arn] = activity;
    });

    public void DeleteActivity(string arn) => Read(() => _activities.Remove(arn) | _tags.Remove(arn));

    /// <summary>The tags of a state machine or an activity.</summary>
    public IReadOnlyList<Tag> Tags(string? arn) => Read(() => TagsOf(arn).Select(tag => new Tag(tag.Key, tag.Value)).ToList());

    public void AddTags(string? arn, IReadOnlyList<Tag> tags) => Read(() =>
    {
        TagsOf(arn);
        SetTags(arn!, tags);
        return true;
    });

    public void RemoveTags(string? arn, IReadOnlyList<string> keys) => Read(() => keys.Count(TagsOf(arn).Remove));

    /// <summary>The locks that keep everything as it is.</summary>
    public IEnumerable<Lock> Gates()
    {
        yield return _lock;
        foreach (var execution in _executions.Values)
        {
            yield return execution.Gate;
        }
    }

    /// <summary>What is to be saved.</summary>
    public StepFunctionsState Save() => Read(() =>
    {
        var places = new Dictionary<StateMachine, int>(ReferenceEqualityComparer.Instance);
        int Place(StateMachine machine) => places.TryAdd(machine, places.Count) ? places.Count - 1 : places[machine];
        List<int> machines = [.. _machines.Values.Select(Place)];
        List<ExecutionState> executions =
            [.. _executions.Values.Where(one => !IsForgotten(one)).Select(one => one.Save(Place(one.Machine)))];
        return new StepFunctionsState(
            [.. places.Keys.Select(MachineState.Of)],
            machines,
            [.. _activities.Values.Select(ActivityState.Of)],
            executions,
            _tags.ToDictionary(one => one.Key, one => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(one.Value)));
    });

    /// <summary>Puts back what was saved.</summary>
    public void Restore(StepFunctionsState saved, MachineSettings settings, TaskTokens tokens) => Read(() =>
    {
        List<StateMachine> revisions = [.. saved.Revisions.Select(revision => revision.Restore(settings))];
        foreach (var machine in saved.Machines)
        {
            _machines.Add(revisions[machine].Arn, revisions[machine]);
        }

        foreach (var activity in saved.Activities)
        {
            _activities.Add(activity.Arn, activity.Restore(time));
        }

        foreach (var execution in saved.Executions)
        {
            _executions.Add(execution.Arn, new Execution(execution, revisions[execution.Machine], tokens, time));
        }

        foreach (var (arn, tags) in saved.Tags)
        {
            _tags.Add(arn, new SortedDictionary<string, string>(tags.ToDictionary()));
        }

        return true;
    });

    /// <summary>All executions, those that are forgotten included.</summary>
    public IReadOnlyList<Execution> All() => Read(() => _executions.Values.ToList());

    public void Clear() => Read(() =>
    {
        _machines.Clear();
        _activities.Clear();
        _executions.Clear();
        _tags.Clear();
        return true;
    });

    private SortedDictionary<string, string> TagsOf(string? arn)
    {
        if (StatesArn.TryParse(arn) is not { Kind: StatesArn.StateMachine or StatesArn.Activity })
        {
            throw StepFunctionsErrors.InvalidArn($"Invalid ARN prefix: {arn}");
        }

        return _tags.GetValueOrDefault(arn!) ?? throw StepFunctionsErrors.NoResource(arn);
    }

    // "You can add up to 50 tags to a resource."
    private void SetTags(string arn, IReadOnlyList<Tag>? tags)
    {
        var known = _tags[arn];
        if (known.Keys.Union((tags ?? []).Select(tag => tag.Key!)).Count() > 50)
        {
            throw StepFunctionsErrors.TooManyTags(arn);
        }

        foreach (var tag in tags ?? [])
        {
            known[tag.Key!] = tag.Value!;
        }
    }

    private void DropDeleted(string machineArn)
    {
        var isIdle = !_executions.Values.Any(one => one.Machine.Arn == machineArn && one.Status == Execution.Running);
        if (isIdle && _machines.TryGetValue(machineArn, out var machine) && machine.IsDeleting)
        {
            _machines.Remove(machineArn);
            _tags.Remove(machineArn);
        }
    }

    private bool IsForgotten(Execution execution) => execution.StopDate + Remembered < time.GetUtcNow();

    private T Read<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
