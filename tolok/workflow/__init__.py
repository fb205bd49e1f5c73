"""The SOP as a program: its diagram is read, checked, run, and worked off task by task.

For the phases, which stand above:

    activities.register("planning:goals", open_points=…)   in AppConfig.ready
    Task.objects.of_year(agency, year).ready().at("KT1.ii")  what waits
    actions.complete_task(task, actor=…, outcome=…)        when their own deed completes a step
    task.run.definition.step("KT1.ii")                     what the SOP says of a step
"""
