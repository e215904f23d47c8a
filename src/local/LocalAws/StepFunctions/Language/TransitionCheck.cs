namespace LocalAws.StepFunctions.Language;

/// <summary>Checks that all states are there that others lead to, and that each is led to.</summary>
internal sealed class TransitionCheck(Fields fields, Fields list, string? start, IReadOnlyDictionary<string, State> states)
{
    public void Run()
    {
        var defined = list.Members().Select(member => member.Key).ToHashSet();
        if (start is not null && !defined.Contains(start))
        {
            fields.Report($"Missing 'StartAt' target: {start}", "StartAt", Diagnostic.MissingTarget);
            return;
        }

        var isComplete = states.Count == defined.Count;
        foreach (var state in states.Values)
        {
            foreach (var (place, target) in Targets(state).Where(target => !defined.Contains(target.Target)))
            {
                isComplete = false;
                list.Report($"Missing '{place.Split('/')[^1]}' target: {target}", $"{state.Name}/{place}", Diagnostic.MissingTarget);
            }
        }

        if (isComplete && start is not null)
        {
            foreach (var name in states.Keys.Except(Reached(start)))
            {
                list.Report($"State \"{name}\" is not reachable.", name, Diagnostic.MissingTarget);
            }
        }
    }

    private static IEnumerable<(string Place, string Target)> Targets(State state)
    {
        if (state.Next is { } next)
        {
            yield return ("Next", next);
        }

        for (var i = 0; i < state.Catch.Count; i++)
        {
            yield return ($"Catch[{i}]/Next", state.Catch[i].Next);
        }

        if (state is ChoiceState choice)
        {
            for (var i = 0; i < choice.Choices.Count; i++)
            {
                yield return ($"Choices[{i}]/Next", choice.Choices[i].Next);
            }

            if (choice.Default is { } other)
            {
                yield return ("Default", other);
            }
        }
    }

    private HashSet<string> Reached(string from)
    {
        var (reached, waiting) = (new HashSet<string> { from }, new Queue<string>([from]));
        while (waiting.TryDequeue(out var name))
        {
            foreach (var (_, target) in Targets(states[name]))
            {
                if (reached.Add(target))
                {
                    waiting.Enqueue(target);
                }
            }
        }

        return reached;
    }
}
