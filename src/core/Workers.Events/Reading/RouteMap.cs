using System.Collections.Frozen;

namespace Workers.Events.Reading;

/// <summary>Works out, for every name and major version, the way to the newest shape. Collects contradictions rather than stop at one.</summary>
internal sealed class RouteMap(List<string> errors)
{
    private readonly Dictionary<(EventName Name, int Major), EventShape> _shapes = [];
    private readonly Dictionary<(EventName Name, int Major), Upcast> _upcasts = [];
    private readonly Dictionary<EventName, Dictionary<int, EventRoute>> _routes = [];

    public FrozenDictionary<EventName, FrozenDictionary<int, EventRoute>> Build(
        IReadOnlyList<EventShape> shapes,
        IReadOnlyList<Upcast> upcasts,
        IReadOnlyList<(EventName Alias, EventName Name)> aliases)
    {
        foreach (var shape in shapes)
        {
            Add(shape);
        }

        foreach (var upcast in upcasts)
        {
            Add(upcast);
        }

        foreach (var upcast in _upcasts.Values)
        {
            Follow(upcast);
        }

        foreach (var (alias, name) in aliases)
        {
            Add(alias, name);
        }

        return _routes.ToFrozenDictionary(route => route.Key, route => route.Value.ToFrozenDictionary());
    }

    private void Add(EventShape shape)
    {
        if (_routes.ContainsKey(shape.Name))
        {
            errors.Add($"{shape.Name} is registered twice.");
            return;
        }

        _shapes.Add((shape.Name, shape.Version.Major), shape);
        Add(shape.Name, shape.Version.Major, new([], shape));
    }

    private void Add(Upcast upcast)
    {
        var from = (upcast.From, upcast.FromMajor);
        if (_shapes.ContainsKey(from))
        {
            errors.Add($"{upcast.From} has an upcaster from version {upcast.FromMajor}, which is its newest.");
        }
        else if (!_upcasts.TryAdd(from, upcast))
        {
            errors.Add($"{upcast.From} has two upcasters from version {upcast.FromMajor}.");
        }
    }

    private void Follow(Upcast first)
    {
        var steps = new List<Upcast> { first };
        while (_upcasts.TryGetValue((steps[^1].To, steps[^1].ToMajor), out var next))
        {
            if (steps.Contains(next))
            {
                errors.Add($"{first.From}: its upcasters from version {first.FromMajor} run in a circle.");
                return;
            }

            steps.Add(next);
        }

        var last = steps[^1];
        if (_shapes.TryGetValue((last.To, last.ToMajor), out var shape))
        {
            Add(first.From, first.FromMajor, new([.. steps.Select(step => step.Rewrite)], shape));
        }
        else
        {
            errors.Add($"{last.From} is upcast to version {last.ToMajor} of {last.To}, which nobody registered.");
        }
    }

    private void Add(EventName alias, EventName name)
    {
        if (!_routes.TryGetValue(name, out var routes))
        {
            errors.Add($"{alias} is another spelling of {name}, which nobody registered.");
        }
        else if (!_routes.TryAdd(alias, routes))
        {
            errors.Add($"{alias} is registered twice.");
        }
    }

    private void Add(EventName name, int major, EventRoute route)
    {
        if (!_routes.TryGetValue(name, out var routes))
        {
            _routes.Add(name, routes = []);
        }

        routes.Add(major, route);
    }
}
